import type { Identite } from '@passerelle/identity';
import { LRUCache } from 'lru-cache';
import type { PortalSource } from '../registre/portal-source.js';
import { chooseVersions } from './choose-versions.js';
import { type FetchedPortal, fetchPortal, type RefusedLot } from './fetch-portal.js';
import { createFileKeeper, type KeptFile } from './file-keeper.js';
import type { Override } from './overrides.js';
import { composePortalPage, type PortalFacts, type PortalPage } from './portal-page.js';
import { type PublishedFile, prefixOf, prefixOfAddress } from './published-files.js';
import { sweepFiles } from './sweep-files.js';

/** What one reader's page is made of now: pages opened before compare themselves with it. */
export interface PortalVersion {
  numero: number;
  coquille: number;
  partages: number;
  modules: Record<string, number>;
}

/** The portal served now, and the files of those before it. */
export interface Portal {
  /** @param identite - null for whoever is not signed in */
  page(identite: Identite | null, overrides: readonly Override[]): PortalPage | null;
  version(identite: Identite | null): PortalVersion | null;
  /** What could not be had intact when it was last published; null when everything is served. */
  refused(): RefusedLot | null;
  /** Whether some page may hold this revision of a module. */
  isServed(partenaire: string, revision: number): boolean;
  /** Null: not a file of this portal. */
  find(pathname: string): PublishedFile | null;
  /** @throws when the file can't be had as it was published */
  open(file: PublishedFile): Promise<KeptFile>;
  /**
   * Serves this portal once its files are there. What can't be had intact stays as it was, and is
   * tried again. Null: pages stay as they are, the graph alone was published.
   */
  replace(source: PortalSource | null, numero: number): Promise<void>;
  close(): void;
}

export interface PortalDeps {
  facts: PortalFacts;
  /** Where compressed copies stay; null: in memory only. */
  dossier: string | null;
  onRefused: (lot: RefusedLot) => void;
  nouvelEssaiMs?: number;
}

interface ServedPortal extends FetchedPortal {
  numero: number;
  prefixes: ReadonlySet<string>;
  /** By combination of versions: one, and a few more while a version is tried on some. */
  pages: LRUCache<string, PortalPage>;
}

const PAGES_GARDEES = 100;
const NOUVEL_ESSAI_MS = 5_000;
const NOUVEL_ESSAI_MAX_MS = 60_000;

export function createPortal(deps: PortalDeps): Portal {
  const keeper = createFileKeeper(deps.dossier);
  let served: ServedPortal | null = null;
  let refused: RefusedLot | null = null;
  /** Told apart, so that a late retry never replaces what came after it. */
  let generation = 0;
  let retry: NodeJS.Timeout | undefined;

  async function serve(
    source: PortalSource,
    numero: number,
    mine: number,
    attenteMs: number,
  ): Promise<void> {
    const { portail, refuses } = await fetchPortal(source, served, keeper.open);
    if (mine !== generation) return;
    for (const lot of refuses) deps.onRefused(lot);
    refused = refuses[0] ?? null;
    if (refuses.length > 0) {
      const suivante = Math.min(attenteMs * 2, NOUVEL_ESSAI_MAX_MS);
      retry = setTimeout(() => void serve(source, numero, mine, suivante), attenteMs).unref();
    }
    if (portail === null) return;
    served = {
      ...portail,
      numero,
      prefixes: new Set([...portail.index.keys()].map(prefixOfAddress)),
      pages: new LRUCache({ max: PAGES_GARDEES }),
    };
    if (deps.dossier !== null && refuses.length === 0) {
      const empreintes = [...portail.index.values()].map(({ fichier }) => fichier.empreinte);
      void sweepFiles(deps.dossier, new Set(empreintes));
    }
  }

  return {
    page(identite, overrides) {
      if (served === null) return null;
      const modules = chooseVersions(served.modules, identite);
      const compose = (from: ServedPortal): PortalPage =>
        composePortalPage({ ...from, modules, overrides }, deps.facts);
      if (overrides.length > 0) return compose(served);
      const cle = modules.map((one) => `${one.partenaire}:${one.version.revision}`).join();
      const known = served.pages.get(cle);
      if (known !== undefined) return known;
      const made = compose(served);
      served.pages.set(cle, made);
      return made;
    },
    version(identite) {
      if (served === null) return null;
      const modules = chooseVersions(served.modules, identite);
      return {
        numero: served.numero,
        coquille: served.coquille.revision,
        partages: served.partages.revision,
        modules: Object.fromEntries(
          modules.map(({ partenaire, version }) => [partenaire, version.revision]),
        ),
      };
    },
    refused: () => refused,
    isServed: (partenaire, revision) =>
      served?.prefixes.has(prefixOf(partenaire, revision)) ?? false,
    find: (pathname) => served?.index.get(pathname) ?? null,
    open: keeper.open,
    async replace(source, numero) {
      generation += 1;
      clearTimeout(retry);
      if (source === null) return;
      await serve(source, numero, generation, deps.nouvelEssaiMs ?? NOUVEL_ESSAI_MS);
    },
    close() {
      generation += 1;
      clearTimeout(retry);
      keeper.close();
    },
  };
}
