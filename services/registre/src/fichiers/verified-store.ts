import { empreinteOf, empreinteSchema } from '@passerelle/publication';
import { RegistreError, registreError } from '../errors/registre-error.js';
import type { FileStore, Place } from './file-store.js';

/**
 * A place behind checks: names are digests, bytes are those of their name, and what was altered is
 * never given.
 *
 * @param onAltered - told once for each damaged file until it is put right
 */
export function verifiedStore(
  place: Place,
  onAltered: (empreinte: string) => Promise<void>,
): FileStore {
  const told = new Set<string>();

  async function tell(empreinte: string): Promise<void> {
    if (told.has(empreinte)) return;
    told.add(empreinte);
    try {
      await onAltered(empreinte);
    } catch (error) {
      // Not written down: the next reader tries again.
      told.delete(empreinte);
      throw error;
    }
  }

  return {
    async has(empreinte) {
      const hex = hexOf(empreinte);
      return available(() => place.exists(hex));
    },

    async put(empreinte, bytes) {
      const hex = hexOf(empreinte);
      if (empreinteOf(bytes) !== empreinte) {
        throw registreError('DEMANDE_INVALIDE', {
          message: 'Ce contenu n’est pas celui de son empreinte.',
        });
      }
      const kept = await available(() => place.read(hex));
      if (kept !== null && empreinteOf(kept) === empreinte) return;
      await available(() => place.write(hex, bytes));
      told.delete(empreinte);
    },

    async get(empreinte) {
      const hex = hexOf(empreinte);
      const bytes = await available(() => place.read(hex));
      if (bytes === null || empreinteOf(bytes) === empreinte) return bytes;
      await tell(empreinte);
      throw registreError('FICHIER_ALTERE', {
        message: `Le fichier ${empreinte} n’est plus celui qui a été déposé : il n’est pas donné.`,
      });
    },
  };
}

/** The only way to a name in a place: digits, so that nothing leads elsewhere. */
function hexOf(empreinte: string): string {
  const parsed = empreinteSchema.safeParse(empreinte);
  if (!parsed.success) {
    throw registreError('DEMANDE_INVALIDE', { message: 'Une empreinte sha256:… est attendue.' });
  }
  return parsed.data.slice('sha256:'.length);
}

async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RegistreError) throw error;
    throw registreError('STOCKAGE_INDISPONIBLE', { cause: error });
  }
}
