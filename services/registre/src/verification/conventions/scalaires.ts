import { Kind, print } from 'graphql';
import type { Convention, Ecart } from './convention.js';

const DATE = /(?:^date[A-Z]|[a-z]Le$|^(?:debut|fin|echeance)$|Date$)/;
const TEXTE = /^(?:String|Int|Float)!?$/;

/** Days are `Date`, instants `DateTime`, identifiers `ID`: a text says nothing of what it holds. */
export const scalaires: Convention = ({ membres }) =>
  membres.flatMap(({ node, coordonnee }): Ecart[] => {
    if (node.kind === Kind.ENUM_VALUE_DEFINITION) return [];
    const nom = node.name.value;
    const type = print(node.type);
    if (nom === 'id' && type.replace(/!$/, '') !== 'ID') {
      return [
        {
          code: 'IDENTIFIANT_MAL_TYPE',
          coordonnee,
          node,
          message: `L’identifiant « ${coordonnee} » est « ${type} ».`,
          remede: 'Donnez-lui le type « ID! ».',
          irreversible: true,
        },
      ];
    }
    if (!DATE.test(nom) || !TEXTE.test(type) || isAsOf(node)) return [];
    return [
      {
        code: 'DATE_EN_TEXTE',
        coordonnee,
        node,
        message: `« ${coordonnee} » semble une date et est « ${type} ».`,
        remede: 'Donnez-lui le type « Date » (jour civil) ou « DateTime » (instant).',
        irreversible: false,
      },
    ];
  });

/** `nomLe(le: Date)` is a name on a day, not a day. */
function isAsOf(node: Parameters<Convention>[0]['membres'][number]['node']): boolean {
  return (
    node.kind === Kind.FIELD_DEFINITION &&
    (node.arguments ?? []).some((argument) => /^Date!?$/.test(print(argument.type)))
  );
}
