import type { FichierDeLot, PortailPublie } from '@passerelle/publication';
import type { PortalSource } from '../registre/portal-source.js';
import { indexFiles, type PublishedFile, prefixOf } from './published-files.js';

/** A portal all of whose files are at hand. */
export interface FetchedPortal {
  partages: PortailPublie['partages'];
  coquille: PortailPublie['coquille'];
  modules: PortailPublie['modules'];
  index: ReadonlyMap<string, PublishedFile>;
}

/** A revision that can't be served, because one of its files is missing or altered. */
export interface RefusedLot {
  lot: string;
  revision: number;
  fichier: string;
  cause: unknown;
  /** ISO instant. */
  le: string;
}

type Open = (file: PublishedFile) => Promise<unknown>;

const LECTURES_A_LA_FOIS = 8;

/**
 * Reads every file of what would be served. A module that can't be read whole stays as it was
 * before, or is left out; without the shell or the shared files, nothing of this portal is served.
 *
 * @returns `portail` null when the one before must stay
 */
export async function fetchPortal(
  { portail, fichiers }: PortalSource,
  previous: FetchedPortal | null,
  open: Open,
): Promise<{ portail: FetchedPortal | null; refuses: RefusedLot[] }> {
  const refuses: RefusedLot[] = [];
  const isThere = async (
    lot: string,
    { revision, fichiers: files }: { revision: number; fichiers: readonly FichierDeLot[] },
  ): Promise<boolean> => {
    const missing = await findMissing(files, (fichier) => open({ fichier, source: fichiers }));
    if (missing !== null) refuses.push({ lot, revision, ...missing, le: new Date().toISOString() });
    return missing === null;
  };

  const { partages, coquille } = portail;
  const frame = await Promise.all([isThere('partages', partages), isThere('coquille', coquille)]);
  if (frame.includes(false)) return { portail: null, refuses };

  const index = indexFiles(portail, fichiers);
  const modules: PortailPublie['modules'] = [];
  const arrived = await Promise.all(
    portail.modules.map(({ partenaire, versions }) =>
      Promise.all(versions.map((version) => isThere(partenaire, version))),
    ),
  );
  for (const [rank, { partenaire, versions }] of portail.modules.entries()) {
    const there = versions.filter((_version, at) => arrived[rank]?.[at]);
    const lostTheirs = there.length < versions.length && !there.some(isForAll);
    const before = lostTheirs ? versionForAll(previous, partenaire) : undefined;
    if (before !== undefined && previous !== null) {
      there.push(before);
      copyIndex(previous.index, index, prefixOf(partenaire, before.revision));
    }
    if (there.length > 0) modules.push({ partenaire, versions: there });
  }
  return { portail: { partages, coquille, modules, index }, refuses };
}

type Version = PortailPublie['modules'][number]['versions'][number];

const isForAll = ({ cible }: Version): boolean => cible === null;

function versionForAll(previous: FetchedPortal | null, partenaire: string): Version | undefined {
  return previous?.modules.find((one) => one.partenaire === partenaire)?.versions.find(isForAll);
}

function copyIndex(
  from: ReadonlyMap<string, PublishedFile>,
  to: Map<string, PublishedFile>,
  prefix: string,
): void {
  for (const [chemin, file] of from) if (chemin.startsWith(prefix)) to.set(chemin, file);
}

/** The first file that can't be had. */
async function findMissing(
  files: readonly FichierDeLot[],
  open: (fichier: FichierDeLot) => Promise<unknown>,
): Promise<{ fichier: string; cause: unknown } | null> {
  for (let at = 0; at < files.length; at += LECTURES_A_LA_FOIS) {
    const batch = files.slice(at, at + LECTURES_A_LA_FOIS);
    const opened = await Promise.allSettled(batch.map(open));
    for (const [rank, one] of opened.entries()) {
      if (one.status === 'rejected') {
        return { fichier: batch[rank]?.chemin ?? '', cause: one.reason };
      }
    }
  }
  return null;
}
