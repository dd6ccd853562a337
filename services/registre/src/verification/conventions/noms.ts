import { Kind } from 'graphql';
import type { Convention, Ecart } from './convention.js';

const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const MAJUSCULES = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** `PascalCase` types, `camelCase` fields and arguments, `UPPER_CASE` values. */
export const noms: Convention = ({ types, membres }) => [
  ...types
    .filter(({ nom }) => !PASCAL.test(nom))
    .map(
      ({ node, nom }): Ecart => ({
        code: 'NOM_DE_TYPE',
        coordonnee: nom,
        node,
        message: `Le type « ${nom} » n’est pas écrit comme les autres.`,
        remede: `Commencez par une majuscule, sans tiret bas : « ${pascal(nom)} ».`,
        irreversible: true,
      }),
    ),
  ...membres.flatMap(({ node, coordonnee }): Ecart[] => {
    if (node.kind === Kind.ENUM_VALUE_DEFINITION) {
      return MAJUSCULES.test(node.name.value)
        ? []
        : [
            {
              code: 'NOM_DE_VALEUR',
              coordonnee,
              node,
              message: `La valeur « ${coordonnee} » n’est pas en majuscules.`,
              remede: `Écrivez « ${majuscules(node.name.value)} ».`,
              irreversible: true,
            },
          ];
    }
    const args = node.kind === Kind.FIELD_DEFINITION ? (node.arguments ?? []) : [];
    return [
      { nom: node.name.value, ou: coordonnee, quoi: 'Le champ' },
      ...args.map(({ name }) => ({
        nom: name.value,
        ou: `${coordonnee}(${name.value}:)`,
        quoi: 'L’argument',
      })),
    ]
      .filter(({ nom }) => !CAMEL.test(nom))
      .map(
        ({ nom, ou, quoi }): Ecart => ({
          code: 'NOM_DE_CHAMP',
          coordonnee: ou,
          node,
          message: `${quoi} « ${ou} » n’est pas écrit comme les autres.`,
          remede: `Commencez par une minuscule, sans tiret bas : « ${camel(nom)} ».`,
          irreversible: true,
        }),
      );
  }),
];

function pascal(nom: string): string {
  const camelCased = camel(nom);
  return camelCased.charAt(0).toUpperCase() + camelCased.slice(1);
}

function camel(nom: string): string {
  const mots = nom.split('_').filter((mot) => mot !== '');
  return mots
    .map((mot, rang) => {
      const bas = mot === mot.toUpperCase() ? mot.toLowerCase() : mot;
      return rang === 0
        ? bas.charAt(0).toLowerCase() + bas.slice(1)
        : bas.charAt(0).toUpperCase() + bas.slice(1);
    })
    .join('');
}

function majuscules(nom: string): string {
  return nom.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
