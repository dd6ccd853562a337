import { type FieldDefinitionNode, Kind, print } from 'graphql';
import type { Convention, Ecart, Texte } from './convention.js';
import { membresDe } from './texte-du-partenaire.js';

/** Lists are pages: `edges`, `nodes`, `pageInfo`, asked by `first` and `after`. */
export const connexions: Convention = (texte) => [
  ...texte.types.flatMap(({ node, nom }): Ecart[] => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const manque = (attendu: Readonly<Record<string, string>>): string[] =>
      Object.entries(attendu)
        .filter(([champ, type]) => typeDe(node, champ) !== type)
        .map(([champ, type]) => `${champ}: ${type}`);
    if (nom.endsWith('Connection')) {
      const de = nom.slice(0, -'Connection'.length);
      return malFormee(
        nom,
        node,
        manque({ edges: `[${de}Edge!]!`, nodes: `[${de}!]!`, pageInfo: 'PageInfo!' }),
      );
    }
    if (nom.endsWith('Edge')) {
      const de = nom.slice(0, -'Edge'.length);
      return malFormee(nom, node, manque({ cursor: 'String!', node: `${de}!` }));
    }
    return [];
  }),
  ...champs(texte).flatMap(({ node, coordonnee }): Ecart[] => {
    if (!/Connection!?$/.test(print(node.type))) return [];
    const args = new Map((node.arguments ?? []).map((each) => [each.name.value, print(each.type)]));
    const manque = [
      ...(args.get('first')?.startsWith('Int') ? [] : ['first: Int']),
      ...(args.get('after')?.startsWith('String') ? [] : ['after: String']),
    ];
    return malFormee(coordonnee, node, manque);
  }),
];

function malFormee(coordonnee: string, node: Ecart['node'], manque: readonly string[]): Ecart[] {
  if (manque.length === 0) return [];
  return [
    {
      code: 'CONNEXION_MAL_FORMEE',
      coordonnee,
      node,
      message: `La liste « ${coordonnee} » n’a pas la forme des autres listes : il manque ${manque.join(', ')}.`,
      remede:
        'Reprenez la forme commune : « XConnection { edges: [XEdge!]! nodes: [X!]! pageInfo: PageInfo! } », demandée par « first » et « after ».',
      irreversible: true,
    },
  ];
}

/** A mutation takes one `input` and answers a payload that can say no. */
export const mutations: Convention = (texte) =>
  champs(texte)
    .filter(({ type }) => type === 'Mutation')
    .flatMap(({ node, coordonnee }): Ecart[] => {
      const ecarts: Ecart[] = [];
      const reponse = print(node.type).replace(/[[\]!]/g, '');
      const payload = texte.types.find(({ nom }) => nom === reponse)?.node;
      const [premier, ...reste] = node.arguments ?? [];
      const estBienPrise =
        premier?.name.value === 'input' &&
        reste.length === 0 &&
        print(premier.type).endsWith('Input!');
      const peutRefuser =
        reponse.endsWith('Payload') &&
        payload?.kind === Kind.OBJECT_TYPE_DEFINITION &&
        typeDe(payload, 'refus') === 'Refus';
      if (!estBienPrise || !peutRefuser) {
        ecarts.push({
          code: 'MUTATION_MAL_FORMEE',
          coordonnee,
          node,
          message: estBienPrise
            ? `« ${coordonnee} » ne rend pas de « …Payload » avec un champ « refus: Refus ».`
            : `« ${coordonnee} » ne prend pas un seul argument « input: …Input! ».`,
          remede:
            'Reprenez la forme commune : « acte(input: ActeInput!): ActePayload », où ActePayload porte « refus: Refus ».',
          irreversible: true,
        });
      }
      const estProtegee = ['requiresScopes', 'policy', 'authenticated'].some((nom) =>
        node.directives?.some(({ name }) => name.value === nom),
      );
      if (!estProtegee) {
        ecarts.push({
          code: 'MUTATION_SANS_DROIT',
          coordonnee,
          node,
          message: `« ${coordonnee} » ne dit pas quel droit elle demande : la passerelle la laisserait passer pour tous.`,
          remede: 'Posez @requiresScopes avec la portée de votre maison.',
          irreversible: true,
        });
      }
      return ecarts;
    });

/** No hole in a list: an item that can't be read makes the list fail where it is, not shift. */
export const listes: Convention = (texte) =>
  champs(texte)
    .filter(({ node }) => /\[\w+\]/.test(print(node.type)))
    .map(
      ({ node, coordonnee }): Ecart => ({
        code: 'LISTE_A_TROUS',
        coordonnee,
        node,
        message: `« ${coordonnee} » (${print(node.type)}) peut contenir des éléments nuls.`,
        remede: `Écrivez « ${print(node.type).replace(/\[(\w+)\]/, '[$1!]')} ».`,
        irreversible: false,
      }),
    );

function champs(texte: Texte): { type: string; node: FieldDefinitionNode; coordonnee: string }[] {
  return texte.membres.flatMap(({ type, node, coordonnee }) =>
    node.kind === Kind.FIELD_DEFINITION ? [{ type, node, coordonnee }] : [],
  );
}

function typeDe(node: Texte['types'][number]['node'], champ: string): string | undefined {
  const found = membresDe(node).find(({ name }) => name.value === champ);
  return found?.kind === Kind.FIELD_DEFINITION ? print(found.type) : undefined;
}
