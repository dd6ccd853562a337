import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { empreinteOf, LIMITES_DE_LOT, type PortailPublie } from '@passerelle/publication';
import { callRegistry, type RegistryAccess, RegistryRefusal } from './registry-client.js';
import { replaceFile } from './replace-file.js';

/** Where the bytes of published files are found. */
export interface FileSource {
  /**
   * The content that has this fingerprint, checked.
   *
   * @throws FileUnavailable when neither the disk nor the registry gives it
   */
  get(empreinte: string): Promise<Uint8Array>;
}

/** The portal of an accepted publication, and its files. */
export interface PortalSource {
  readonly portail: PortailPublie;
  readonly fichiers: FileSource;
}

export class FileUnavailable extends Error {
  override readonly name = 'FileUnavailable';
}

const DELAI_MS = 10_000;

/**
 * The registry's files, kept on disk once read. A copy on disk that no longer has its
 * fingerprint is asked anew.
 *
 * @param acces - null where there is no registry: only the disk answers
 */
export function createFileSource(acces: RegistryAccess | null, dossier: string): FileSource {
  const underWay = new Map<string, Promise<Uint8Array>>();

  async function find(empreinte: string): Promise<Uint8Array> {
    const copie = join(dossier, empreinte.replace(':', '-'));
    const kept = await readFile(copie).catch(() => null);
    if (kept !== null && empreinteOf(kept) === empreinte) return kept;
    if (acces === null) throw new FileUnavailable(`${empreinte} is not on disk`);
    const contenu = await download(acces, empreinte);
    // Serving it does not need the copy: a full disk must not take the portal away.
    await replaceFile(copie, contenu, { isLasting: false }).catch(() => undefined);
    return contenu;
  }

  return {
    get(empreinte) {
      let found = underWay.get(empreinte);
      if (found === undefined) {
        found = find(empreinte).finally(() => underWay.delete(empreinte));
        underWay.set(empreinte, found);
      }
      return found;
    },
  };
}

async function download(acces: RegistryAccess, empreinte: string): Promise<Uint8Array> {
  const chemin = `/v1/fichiers/${empreinte}`;
  try {
    const answer = await callRegistry(acces, chemin, { signal: AbortSignal.timeout(DELAI_MS) });
    if (answer.statusCode !== 200) {
      throw new RegistryRefusal(answer.statusCode, chemin, await answer.body.text());
    }
    const contenu = await readBounded(answer.body, LIMITES_DE_LOT.octetsParFichier);
    if (empreinteOf(contenu) !== empreinte) throw new Error('the bytes have another fingerprint');
    return contenu;
  } catch (cause) {
    throw new FileUnavailable(`${empreinte} could not be read from the registry`, { cause });
  }
}

async function readBounded(body: AsyncIterable<Uint8Array>, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let taille = 0;
  for await (const chunk of body) {
    taille += chunk.length;
    if (taille > max) throw new RangeError('file too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
