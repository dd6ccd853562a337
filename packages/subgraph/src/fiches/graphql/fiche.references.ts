import type { Partenaire } from '@passerelle/identity';
import type { ReferenceResolver } from '../../schema/build-federated-schema.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { parseFicheId, parseOwnFicheId } from '../domain/fiche-id.js';
import { otherHouses } from './observation.resolvers.js';

export function ficheReferences(
  { partenaire, suffixe }: Maison,
  reader: FicheReader,
): Readonly<Record<string, ReferenceResolver>> {
  return {
    [`FicheAction${suffixe}`]: ({ id }, { reads }) => {
      const numero = typeof id === 'string' ? parseOwnFicheId(partenaire, id) : null;
      return numero === null ? null : reads.load(reader.courante, numero);
    },
    // Whether another house's fiche exists is that house's to say: here, only whether it could.
    ...Object.fromEntries(
      otherHouses(partenaire).map((other) => [
        `FicheAction${other.suffixe}`,
        ({ id }: Readonly<Record<string, unknown>>) =>
          typeof id === 'string' && isOf(other.partenaire, id) ? { id } : null,
      ]),
    ),
  };
}

function isOf(maison: Partenaire, id: string): boolean {
  return parseFicheId(id)?.maison === maison;
}
