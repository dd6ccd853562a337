import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import type { ContrePropositionReader, IndicateurReader } from '../domain/indicateur.reader.js';
import { parseValeurId } from '../domain/valeur-id.js';

export function indicateurReferences(
  { partenaire, suffixe }: Maison,
  reader: IndicateurReader,
  contrePropositions: ContrePropositionReader,
): Readonly<Record<string, ReferenceResolver>> {
  const desAutres = Object.values(MAISONS)
    .filter((autre) => autre.partenaire !== partenaire)
    .flatMap((autre): (readonly [string, ReferenceResolver])[] => [
      [
        `ValeurIndicateur${autre.suffixe}`,
        // Whether the value exists is its own house's to say; this one only adds to it.
        ({ id }) => (typeof id === 'string' && parseValeurId(autre.partenaire, id) ? { id } : null),
      ],
      [`ContreProposition${autre.suffixe}`, ({ id }) => (typeof id === 'string' ? { id } : null)],
    ]);
  return {
    [`Indicateur${suffixe}`]: ({ code }, { reads }) =>
      typeof code === 'string' ? reads.load(reader.parCode, code) : null,
    [`ValeurIndicateur${suffixe}`]: ({ id }, { reads }) => {
      const cle = typeof id === 'string' ? parseValeurId(partenaire, id) : null;
      return cle ? reads.load(reader.valeur, cle) : null;
    },
    [`ContreProposition${suffixe}`]: ({ id }, { reads }) => {
      const [, valeur = '', version = ''] =
        typeof id === 'string' ? (/^(.+):([1-9]\d{0,8})$/.exec(id) ?? []) : [];
      return valeur === ''
        ? null
        : reads.load(contrePropositions.parCle, { valeur, version: Number(version) });
    },
    ...Object.fromEntries(desAutres),
  };
}
