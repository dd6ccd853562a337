import { type Canal, COMMUN } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { type Ensemble, versionsDe, withModule, withSchema } from './ensemble.js';
import { findPublication, publicationsBefore } from './publication-store.js';

export type GenreConduit = 'schema' | 'module';

const READ_AT_ONCE = 50;

/** What a publisher had in a publication, put in the present set. */
export interface EtatAnterieur {
  /** Publication from which it comes. */
  readonly vers: number;
  readonly ensemble: Ensemble;
}

/**
 * The publisher's own revisions as they were in publication `vers`; without `vers`, as they were
 * before what is served was published: asked again after a rollback, it goes back further, and never
 * puts back what was just taken away.
 *
 * @throws PUBLICATION_ABSENTE, RETOUR_IMPOSSIBLE when it had nothing there, or nothing else
 */
export async function findEtatAnterieur(
  sql: Sql,
  present: { canal: Canal; ensemble: Ensemble },
  demande: { editeur: string; genres: readonly GenreConduit[]; vers: number | undefined },
): Promise<EtatAnterieur> {
  const { editeur, genres } = demande;
  if (demande.vers !== undefined) {
    const found = await findPublication(sql, present.canal, demande.vers);
    if (!found) throw registreError('PUBLICATION_ABSENTE');
    const ensemble = putBack(present.ensemble, found.ensemble, editeur, genres);
    if (ensemble === null) throw registreError('RETOUR_IMPOSSIBLE');
    return { vers: found.numero, ensemble };
  }

  const now = marqueOf(present.ensemble, editeur, genres);
  let numero = broughtBy(present.ensemble, editeur, genres);
  for (;;) {
    const page = await publicationsBefore(sql, present.canal, numero, READ_AT_ONCE);
    for (const { numero: vers, ensemble: passe } of page) {
      const ensemble = putBack(present.ensemble, passe, editeur, genres);
      if (ensemble !== null && marqueOf(ensemble, editeur, genres) !== now)
        return { vers, ensemble };
    }
    const last = page.at(-1);
    if (!last) throw registreError('RETOUR_IMPOSSIBLE');
    numero = last.numero;
  }
}

/** Publication that brought the latest of what the publisher has; 0 when it has nothing. */
function broughtBy(ensemble: Ensemble, editeur: string, genres: readonly GenreConduit[]): number {
  const sien = ({ partenaire }: { partenaire: string }): boolean => partenaire === editeur;
  const schemas = genres.includes('schema') ? ensemble.schemas.filter(sien) : [];
  const modules = genres.includes('module') ? ensemble.modules.filter(sien) : [];
  const communs =
    genres.includes('module') && editeur === COMMUN ? [ensemble.coquille, ensemble.partages] : [];
  return Math.max(0, ...[...schemas, ...modules, ...communs].map((each) => each?.numero ?? 0));
}

/** What is the publisher's own in a set, written out to be compared. */
export function marqueOf(
  ensemble: Ensemble,
  editeur: string,
  genres: readonly GenreConduit[],
): string {
  const schema = genres.includes('schema')
    ? ensemble.schemas.find((each) => each.partenaire === editeur)?.revision
    : undefined;
  const modules = genres.includes('module')
    ? versionsDe(ensemble, editeur).map(({ revision, cible }) => [revision, cible])
    : [];
  const communs =
    genres.includes('module') && editeur === COMMUN
      ? [ensemble.coquille?.revision, ensemble.partages?.revision]
      : [];
  return JSON.stringify([schema ?? null, modules, communs]);
}

/** @returns null when there was nothing of it then */
function putBack(
  present: Ensemble,
  passe: Ensemble,
  editeur: string,
  genres: readonly GenreConduit[],
): Ensemble | null {
  let ensemble = present;
  let isFound = false;
  const schema = passe.schemas.find((each) => each.partenaire === editeur);
  if (genres.includes('schema') && schema) {
    ensemble = withSchema(ensemble, schema);
    isFound = true;
  }
  if (!genres.includes('module')) return isFound ? ensemble : null;
  const versions = versionsDe(passe, editeur);
  if (versions.length > 0) {
    ensemble = withModule(ensemble, editeur, versions);
    isFound = true;
  }
  if (editeur === COMMUN && (passe.coquille ?? passe.partages) !== null) {
    const { coquille, partages } = passe;
    ensemble = {
      ...ensemble,
      coquille: coquille ?? present.coquille,
      partages: partages ?? present.partages,
    };
    isFound = true;
  }
  return isFound ? ensemble : null;
}
