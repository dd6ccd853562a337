import { Kind } from 'graphql';
import type { Convention, Ecart, Membre, TypeNode } from './convention.js';
import { estRacine } from './texte-du-partenaire.js';

const ANGLAIS = /\b(?:the|of|and|with|is|are|for|returns?|list|this|when|which|by|from)\b/gi;
const FRANCAIS =
  /(?:\b(?:le|la|les|un|une|des|du|de|et|en|par|pour|dans|sur|au|aux|à|qui|que|est|son|sa|ses|vrai|faux)\b|[ldnsjc]['’]|[éèêàçùôîû])/i;

/** Each public thing says in French what it is: the graph is its own documentation. */
export const descriptions: Convention = ({ types, membres }) => {
  const vus = new Set<string>();
  return [
    ...types.flatMap(({ node, nom }) => {
      // A root says nothing by itself, and a type is described where it is first defined.
      if (estRacine(nom) || vus.has(nom) || node.kind.endsWith('Extension')) return [];
      vus.add(nom);
      return decrire(node, nom, descriptionDe(node), `Le type « ${nom} »`);
    }),
    ...membres.flatMap(({ node, coordonnee }) => [
      ...decrire(node, coordonnee, node.description?.value, `« ${coordonnee} »`),
      ...(node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : []).flatMap((argument) => {
        const ou = `${coordonnee}(${argument.name.value}:)`;
        return decrire(argument, ou, argument.description?.value, `L’argument « ${ou} »`);
      }),
    ]),
  ];
};

function decrire(
  node: Membre | TypeNode,
  coordonnee: string,
  description: string | undefined,
  sujet: string,
): Ecart[] {
  const texte = description?.trim() ?? '';
  if (texte === '') {
    return [
      {
        code: 'DESCRIPTION_MANQUANTE',
        coordonnee,
        node,
        message: `${sujet} n’a pas de description.`,
        remede: 'Dites en une phrase, en français, ce que c’est et son unité s’il en a une.',
        irreversible: false,
      },
    ];
  }
  if (FRANCAIS.test(texte) || (texte.match(ANGLAIS)?.length ?? 0) < 2) return [];
  return [
    {
      code: 'DESCRIPTION_EN_ANGLAIS',
      coordonnee,
      node,
      message: `${sujet} est décrit en anglais : « ${texte.slice(0, 80)} ».`,
      remede: 'Décrivez-le en français : ses lecteurs sont les équipes des trois partenaires.',
      irreversible: false,
    },
  ];
}

function descriptionDe(node: TypeNode): string | undefined {
  return 'description' in node ? node.description?.value : undefined;
}
