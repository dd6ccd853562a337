import { type CompositionError, composeGraph } from '@passerelle/composition';
import type { Gateway } from '../create-gateway.js';
import type { Journal } from '../observability/journal.js';
import { type PortalFolders, readPortalFolders } from '../portal/portal-folders.js';
import { type Composer, createComposer } from './composer.js';
import { createGraph, type Graph } from './graph.js';
import { type Publication, readPublication } from './publication.js';
import { watchFile } from './watch-file.js';

class CompositionRefusee extends Error {
  override readonly name = 'CompositionRefusee';
  constructor(errors: readonly CompositionError[]) {
    super(
      `Le graphe publié ne se compose pas :\n${errors.map((e) => `- ${e.code} : ${e.message}`).join('\n')}`,
    );
  }
}

/** @throws CompositionRefusee, PlanningError SUPERGRAPHE_INVALIDE */
export function graphOfPublication(
  { sousGraphes }: Pick<Publication, 'sousGraphes'>,
  composer: Composer,
): Promise<Graph> {
  const composed = composeGraph(sousGraphes);
  if (!composed.ok) throw new CompositionRefusee(composed.errors);
  return createGraph({ supergraphe: composed.supergraphSdl, sousGraphes }, composer);
}

/**
 * Serves the publication of a file, then each one that replaces it. One that can't be read or
 * composed is told in the journal, and what was served before stays.
 *
 * @returns stops following the file
 */
export async function followPublication(
  fichier: string,
  gateway: Pick<Gateway, 'serve'>,
  journal: Journal,
): Promise<() => void> {
  const composer = createComposer();
  let last = Promise.resolve();
  const serve = (): Promise<void> => {
    // One after the other: two publications in a row must not cross.
    last = last.then(() => serveOnce(fichier, gateway, composer, journal));
    return last;
  };
  const stop = await watchFile(fichier, serve);
  await serve();
  return () => {
    stop();
    void composer.close();
  };
}

async function serveOnce(
  fichier: string,
  gateway: Pick<Gateway, 'serve'>,
  composer: Composer,
  journal: Journal,
): Promise<void> {
  try {
    const publication = await readPublication(fichier);
    const graph = await graphOfPublication(publication, composer);
    const folders = await portalOf(publication, journal);
    await gateway.serve({
      numero: publication.numero,
      graph,
      partenaires: publication.sousGraphes.map(({ partenaire, santeUrl }) => ({
        partenaire,
        santeUrl,
      })),
      portail: folders,
      documents: [],
    });
    journal.info({ publication: publication.numero }, 'publication served');
  } catch (err) {
    journal.error({ err }, 'publication refused, the previous one stays');
  }
}

async function portalOf(publication: Publication, journal: Journal): Promise<PortalFolders | null> {
  try {
    const folders = await readPortalFolders(publication.portail);
    for (const { partenaire, cause } of folders?.absents ?? []) {
      journal.error({ partenaire, err: cause }, 'module unreadable, portal served without it');
    }
    return folders;
  } catch (err) {
    // The graph does not need pages: integrators go on.
    journal.error({ err }, 'portal unreadable, no page is served');
    return null;
  }
}
