import type { Canal, RapportDIncidents, ResultatPublication } from '@passerelle/publication';
import type { ModuleVivant } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import type { Log } from '../log.js';
import { addIncidents, countIncidents, genresOf } from './incident-store.js';
import { dropRetrait, endRetrait, type MiseEnLigne, takeRetrait } from './retrait-store.js';
import { depasse, estRecent, raisonOf, type Seuil } from './seuil.js';

/**
 * Withdraws a canary, or puts back the version before, under a new number.
 *
 * @param raison - French, a sentence
 * @returns null when the revision is no longer live, or nothing came before it
 */
type RetourAutomatique = (
  editeur: string,
  revision: number,
  canal: Canal,
  raison: string,
) => Promise<Pick<ResultatPublication, 'publie' | 'numero'> | null>;

export interface ReceiveIncidentsDeps {
  readonly sql: Sql;
  readonly log: Log;
  readonly seuil: Seuil;
  readonly maintenant: () => Date;
  readonly modulesVivants: (canal: Canal) => Promise<readonly ModuleVivant[]>;
  readonly retourAutomatique: RetourAutomatique;
}

/** Adds up what a gateway reports, and takes back at once what breaks too often. */
export function receiveIncidents(
  deps: ReceiveIncidentsDeps,
): (rapport: RapportDIncidents) => Promise<void> {
  const { sql, seuil, maintenant } = deps;

  async function judge(ligne: MiseEnLigne): Promise<void> {
    const le = maintenant();
    const chiffres = await countIncidents(sql, ligne, { le, minutes: seuil.minutes });
    if (!depasse(chiffres, seuil) || !estRecent(ligne.publieLe, le)) return;
    if (!(await takeRetrait(sql, ligne, le))) return;
    try {
      const { canal, partenaire, revision } = ligne;
      const genres = await genresOf(sql, ligne, { le, minutes: seuil.minutes });
      const raison = raisonOf(chiffres, seuil, genres);
      const resultat = await deps.retourAutomatique(partenaire, revision, canal, raison);
      const numero = resultat?.publie === true ? resultat.numero : null;
      await endRetrait(sql, ligne, { numero, le });
      deps.log.warn({ canal, partenaire, revision, numero, ...chiffres }, 'module taken back');
    } catch (error) {
      await dropRetrait(sql, ligne);
      throw error;
    }
  }

  return async ({ canal, modules }) => {
    const vivants = await deps.modulesVivants(canal);
    const find = ({ partenaire, revision }: { partenaire: string; revision: number }) =>
      vivants.find((vivant) => vivant.partenaire === partenaire && vivant.revision === revision);
    // Old tabs report old revisions: nobody can take those back, and nothing is kept of inventions.
    const connus = modules.filter((module) => find(module) !== undefined);
    await addIncidents(sql, canal, connus, maintenant());
    for (const vivant of new Set(connus.map(find))) {
      if (vivant === undefined) continue;
      const { partenaire, revision, publieLe } = vivant;
      await judge({ canal, partenaire, revision, publieLe });
    }
  };
}
