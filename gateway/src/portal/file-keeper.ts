import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import { empreinteOf } from '@passerelle/publication';
import { LRUCache } from 'lru-cache';
import { replaceFile } from '../registre/replace-file.js';
import type { PublishedFile } from './published-files.js';

/** A file's content, checked, with its compressed copies once they are made. */
export interface KeptFile {
  readonly contenu: Uint8Array;
  br: Uint8Array | null;
  gzip: Uint8Array | null;
}

export interface FileKeeper {
  /** @throws FichierAltere when the source lies, or what the source throws */
  open(file: PublishedFile): Promise<KeptFile>;
  /** Compresses no more. */
  close(): void;
}

/** The content is not the one that was published: it is never served. */
export class FichierAltere extends Error {
  override readonly name = 'FichierAltere';
}

/** The whole portal with its past revisions fits several times. */
const MEMOIRE_OCTETS = 64 * 1024 * 1024;
const COMPRESSIBLES = new Set(['.js', '.mjs', '.css', '.json', '.map', '.svg', '.txt']);
/** Below this, compressing costs more than it saves. */
const SEUIL_OCTETS = 1_024;

const ENCODAGES = [
  {
    nom: 'br',
    decode: promisify(brotliDecompress),
    encode: (contenu: Uint8Array) =>
      promisify(brotliCompress)(contenu, {
        params: { [constants.BROTLI_PARAM_SIZE_HINT]: contenu.byteLength },
      }),
  },
  {
    nom: 'gzip',
    decode: promisify(gunzip),
    encode: (contenu: Uint8Array) => promisify(gzip)(contenu, { level: 9 }),
  },
] as const;

/**
 * Keeps what is served in memory. Compressed copies are made once, one at a time and off the way
 * of requests, and stay on disk for the next start; until they are there, files leave as they are.
 *
 * @param dossier - where copies stay; null: only in memory
 */
export function createFileKeeper(dossier: string | null): FileKeeper {
  const kept = new LRUCache<string, KeptFile>({
    maxSize: MEMOIRE_OCTETS,
    sizeCalculation: ({ contenu }) => contenu.byteLength * 2 + 1,
  });
  const underWay = new Map<string, Promise<KeptFile>>();
  let compressing = Promise.resolve();
  let isClosed = false;

  async function load({ fichier, source }: PublishedFile): Promise<KeptFile> {
    const contenu = await source.get(fichier.empreinte);
    if (empreinteOf(contenu) !== fichier.empreinte) {
      throw new FichierAltere(`${fichier.chemin} is not the file that was published`);
    }
    const file: KeptFile = { contenu, br: null, gzip: null };
    kept.set(fichier.empreinte, file);
    if (contenu.byteLength >= SEUIL_OCTETS && COMPRESSIBLES.has(extname(fichier.chemin))) {
      compressing = compressing.then(() => compress(file, fichier.empreinte));
    }
    return file;
  }

  async function compress(file: KeptFile, empreinte: string): Promise<void> {
    for (const { nom, encode, decode } of ENCODAGES) {
      if (isClosed) return;
      const copie =
        dossier === null ? null : join(dossier, `${empreinte.replace(':', '-')}.${nom}`);
      const known = copie === null ? null : await readCopy(copie, empreinte, decode);
      const made = known ?? (await encode(file.contenu));
      file[nom] = made;
      if (known !== null || copie === null) continue;
      // A full disk costs the next start a compression, nothing else.
      await replaceFile(copie, made, { isLasting: false }).catch(() => undefined);
    }
  }

  return {
    open(file) {
      const { empreinte } = file.fichier;
      const known = kept.get(empreinte);
      if (known !== undefined) return Promise.resolve(known);
      let loading = underWay.get(empreinte);
      if (loading === undefined) {
        loading = load(file).finally(() => underWay.delete(empreinte));
        underWay.set(empreinte, loading);
      }
      return loading;
    },
    close() {
      isClosed = true;
    },
  };
}

/** A copy that somebody changed, or that was cut, is made anew. */
async function readCopy(
  copie: string,
  empreinte: string,
  decode: (contenu: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array | null> {
  try {
    const contenu = await readFile(copie);
    return empreinteOf(await decode(contenu)) === empreinte ? contenu : null;
  } catch {
    return null;
  }
}
