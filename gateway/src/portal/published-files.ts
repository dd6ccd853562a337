import type { FichierDeLot, PortailPublie } from '@passerelle/publication';
import type { FileSource } from '../registre/portal-source.js';

/** A file of the portal, and where its content is found. */
export interface PublishedFile {
  fichier: FichierDeLot;
  source: FileSource;
}

/** `lot` is `coquille`, `partages`, or a partner's code. */
export function prefixOf(lot: string, revision: number): string {
  const room = lot === 'coquille' || lot === 'partages' ? lot : `modules/${lot}`;
  return `/${room}/${revision}/`;
}

/** `/modules/region/13/a/style.css` → `/modules/region/13/`. */
export function prefixOfAddress(address: string): string {
  return /^\/(modules\/[^/]+|coquille|partages)\/\d+\//.exec(address)?.[0] ?? '';
}

/** Every address that a publication gives, past revisions that open tabs still ask included. */
export function indexFiles(
  { partages, coquille, modules, gardes }: PortailPublie,
  source: FileSource,
): Map<string, PublishedFile> {
  const index = new Map<string, PublishedFile>();
  const add = (lot: string, revision: number, fichiers: readonly FichierDeLot[]): void => {
    const prefix = prefixOf(lot, revision);
    for (const fichier of fichiers) index.set(prefix + fichier.chemin, { fichier, source });
  };
  for (const { lot, revision, fichiers } of gardes) add(lot, revision, fichiers);
  add('partages', partages.revision, partages.fichiers);
  add('coquille', coquille.revision, coquille.fichiers);
  for (const { partenaire, versions } of modules) {
    for (const { revision, fichiers } of versions) add(partenaire, revision, fichiers);
  }
  return index;
}
