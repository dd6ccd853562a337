import type { PortalFolders } from './portal-folders.js';
import { composePortalPage, type PortalFacts, type PortalPage } from './portal-page.js';

/** The portal served now, and the folders of those before it. */
export interface Portal {
  page(): PortalPage | null;
  /** Folders that may hold a file of this address, the present one first; null: not the portal's. */
  folders(pathname: string): { dossiers: readonly string[]; chemin: string } | null;
  replace(folders: PortalFolders | null): void;
}

/** Tabs opened before a publication still load files of theirs: so many are kept. */
const PUBLICATIONS_GARDEES = 3;

export function createPortal(facts: PortalFacts): Portal {
  let page: PortalPage | null = null;
  const known = new Map<string, string[]>();

  function remember(prefix: string, dossier: string): void {
    const others = (known.get(prefix) ?? []).filter((d) => d !== dossier);
    known.set(prefix, [dossier, ...others].slice(0, PUBLICATIONS_GARDEES));
  }

  return {
    page: () => page,
    folders(pathname) {
      const [, room = '', second = ''] = pathname.split('/');
      const prefix = room === 'modules' ? `/modules/${second}/` : `/${room}/`;
      const dossiers = known.get(prefix);
      return dossiers === undefined ? null : { dossiers, chemin: pathname.slice(prefix.length) };
    },
    replace(folders) {
      page = folders === null ? null : composePortalPage(folders, facts);
      if (folders === null) return;
      remember('/partages/', folders.partages.dossier);
      remember('/coquille/', folders.coquille.dossier);
      for (const { partenaire, dossier } of folders.modules) {
        remember(`/modules/${partenaire}/`, dossier);
      }
    },
  };
}
