import type { Canal, demandeRetourSchema, ResultatPublication } from '@passerelle/publication';
import type { z } from 'zod';
import { type Appelant, parOf } from '../jetons/appelant.js';
import { editeurDe } from '../jetons/editeur-de.js';
import type { Contexte, Decision } from './change-channel.js';
import type { Ensemble } from './ensemble.js';
import { findEtatAnterieur, marqueOf } from './etat-anterieur.js';
import { exigerGenres } from './exiger-genres.js';
import type { MettreEnLigneDeps } from './mettre-en-ligne-schema.js';
import { readEnsemble } from './read-channel.js';
import { type FaitsDePublication, rapportInchange, resultatOf, resumeDeRefus } from './resultat.js';

/**
 * Puts back one's own schema and module as they were, under a new number. The process is not asked
 * whether it serves that schema: a rollback does not wait for a deployment, and the drift is told.
 * Nor does the undoing of the last change wait for clients; a return further back, to a number, does
 * unless it is asked `malgreTout`.
 *
 * @throws PUBLICATION_ABSENTE, RETOUR_IMPOSSIBLE
 */
export async function revenir(
  deps: MettreEnLigneDeps,
  appelant: Appelant,
  demande: z.infer<typeof demandeRetourSchema>,
): Promise<ResultatPublication> {
  const { canal, genres, motif, vers: voulu, malgreTout } = demande;
  const editeur = editeurDe(appelant, demande.editeur);
  exigerGenres(appelant, genres);
  const change = await deps.changer(canal, async (contexte) => {
    const { ensemble: present, vivant } = contexte;
    const { vers, ensemble } = await findEtatAnterieur(
      contexte.sql,
      { canal, ensemble: present },
      { editeur, genres, vers: voulu },
    );
    if (marqueOf(present, editeur, genres) === marqueOf(ensemble, editeur, genres)) {
      const rapport = rapportInchange('retour', editeur, vivant);
      return { issue: 'INCHANGE', faits: { rapport, revision: null, empreinte: null } };
    }
    return remettre(deps, contexte, {
      editeur,
      ensemble,
      par: parOf(appelant),
      evenement: 'RETOUR',
      resume: `${editeur} revient à la publication ${vers}${malgreTout ? ' malgré tout' : ''} : ${motif}`,
      details: { motif, vers, ...(malgreTout ? { malgreTout } : {}) },
      severe: voulu !== undefined && !malgreTout,
    });
  });
  return resultatOf(canal, change);
}

export interface Remise {
  readonly editeur: string;
  /** With what is put back in its place. */
  readonly ensemble: Ensemble;
  readonly par: string;
  readonly evenement: 'RETOUR' | 'RETOUR_AUTOMATIQUE';
  readonly resume: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Refused when clients seen lately would break. */
  readonly severe: boolean;
}

/** Serves an older set, if it still composes with what the others serve. */
export async function remettre(
  { verifications, revisions }: Pick<MettreEnLigneDeps, 'verifications' | 'revisions'>,
  { sql, vivant, ensemble: present, supergraphe }: Contexte,
  { editeur, ensemble, evenement, resume, severe, ...auteur }: Remise,
): Promise<Decision<FaitsDePublication>> {
  const vise = await readEnsemble(revisions, sql, ensemble);
  const juge = await verifications.retour(vivant, { editeur, severe, ...vise });
  const { supergraphe: compose, ...rapport } = juge;
  const faits = { rapport, revision: null, empreinte: null };
  const details = { ...auteur.details, rapport };
  if (!rapport.accepte) {
    return {
      issue: 'REFUS',
      faits,
      entree: {
        evenement: 'REFUS',
        editeur,
        par: auteur.par,
        resume: resumeDeRefus('Retour', rapport),
        details,
      },
    };
  }
  const isSameGraph =
    JSON.stringify(present.schemas.map(({ revision }) => revision)) ===
    JSON.stringify(ensemble.schemas.map(({ revision }) => revision));
  return {
    issue: 'PUBLIE',
    faits,
    ensemble,
    supergraphe: isSameGraph ? supergraphe : compose,
    changements: rapport.changements,
    entree: { evenement, editeur, par: auteur.par, resume, details },
  };
}

/** Rolls a module's revision back because it fails in browsers. */
export type RetourAutomatique = (
  editeur: string,
  revision: number,
  canal: Canal,
  raison: string,
) => Promise<ResultatPublication | null>;
