import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  empreinteOf,
  empreinteSchema,
  type Trousseau,
  trousseauSchema,
} from '@passerelle/publication';
import { z } from 'zod';
import { replaceFile } from './replace-file.js';

/** What this gateway believes, from one start to the next. */
export interface Confiance {
  /** Whose publications are accepted from now on. */
  readonly cles: Trousseau;
  /** Last number accepted; null when none was, or when those who signed it are no longer believed. */
  readonly dernierNumero: number | null;
}

export interface Kept {
  readonly confiance: Confiance;
  /** Last publication accepted, to be verified anew; null when there is none. */
  readonly copie: string | null;
  /** Keys with which the copy is verified: it may announce others. */
  readonly clesDeLaCopie: Trousseau;
}

export interface PublicationKeeper {
  read(): Promise<Kept>;
  /** @param clesDeLaCopie - those that have verified `copie` */
  keep(copie: string, confiance: Confiance, clesDeLaCopie: Trousseau): Promise<void>;
}

const confianceSchema = z.object({
  numero: z.number().int().positive(),
  keys: trousseauSchema.shape.keys,
  keysOfCopy: trousseauSchema.shape.keys,
  /** Fingerprint of the initial keys that led here: other ones begin anew. */
  initiales: empreinteSchema,
});

/**
 * Keeps the last publication and the trust that it carried, so that a gateway starts without the
 * registry. Initial keys that change are an operator's decision: they replace what was believed.
 *
 * @param initiales - keys of `PUBLICATIONS_CLES`
 * @param onDamage - told what was on disk and is of no use
 */
export function createPublicationKeeper(
  dossier: string,
  initiales: Trousseau,
  onDamage: (fichier: string, cause: unknown) => void,
): PublicationKeeper {
  const fichierCopie = join(dossier, 'publication.jws');
  const fichierTrousseau = join(dossier, 'trousseau.json');
  const empreinte = empreinteOf(JSON.stringify(initiales));

  /** Null when it is not there, or can't be read. */
  async function readText(fichier: string): Promise<string | null> {
    try {
      return await readFile(fichier, 'utf8');
    } catch (cause) {
      const isAbsent = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      if (!isAbsent) onDamage(fichier, cause);
      return null;
    }
  }

  async function readTrust(): Promise<z.infer<typeof confianceSchema> | null> {
    const texte = await readText(fichierTrousseau);
    if (texte === null) return null;
    try {
      return confianceSchema.parse(JSON.parse(texte));
    } catch (cause) {
      onDamage(fichierTrousseau, cause);
      return null;
    }
  }

  return {
    async read() {
      const copie = await readText(fichierCopie);
      const lu = await readTrust();
      if (lu === null) {
        const confiance = { cles: initiales, dernierNumero: null };
        return { confiance, copie, clesDeLaCopie: initiales };
      }
      if (lu.initiales !== empreinte) {
        // Nothing that other keys signed can come again: their numbers don't matter either.
        const isSameRoot = lu.keys.some(({ x }) => initiales.keys.some((cle) => cle.x === x));
        const confiance = { cles: initiales, dernierNumero: isSameRoot ? lu.numero : null };
        return { confiance, copie, clesDeLaCopie: initiales };
      }
      return {
        confiance: { cles: { keys: lu.keys }, dernierNumero: lu.numero },
        copie,
        // A stop between the two files leaves the next copy beside the trust that accepts it.
        clesDeLaCopie: { keys: [...lu.keysOfCopy, ...lu.keys] },
      };
    },
    async keep(copie, { cles, dernierNumero }, clesDeLaCopie) {
      await replaceFile(fichierCopie, copie);
      const confiance = {
        numero: dernierNumero,
        keys: cles.keys,
        keysOfCopy: clesDeLaCopie.keys,
        initiales: empreinte,
      };
      await replaceFile(fichierTrousseau, JSON.stringify(confiance));
    },
  };
}
