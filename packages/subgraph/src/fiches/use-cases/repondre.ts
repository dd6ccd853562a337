import type { Identite, Partenaire } from '@passerelle/identity';
import { type RefusFiche, refus } from '../domain/fiche.errors.js';
import { parseOwnFicheId } from '../domain/fiche-id.js';
import { observationId, parseObservation } from '../domain/observation-id.js';
import { MAX_TEXTE, parseTexte } from '../domain/parse-fiche.js';
import type { ReponseJournal } from '../domain/reponse.js';
import { traceOf } from './trace.js';

export interface DemandeReponse {
  /** « region:fiche-12 », of this house. */
  readonly fiche: string;
  /** « etat:observation-7 », of another one. */
  readonly observation: string;
  readonly texte: string;
  readonly cleIdempotence?: string | null | undefined;
}

export type IssueReponse =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refus: RefusFiche };

/** @param mayWrite - whether a fiche of this house is known to who asks, and theirs to write */
export type RepondreObservation = (
  identite: Identite,
  demande: DemandeReponse,
  mayWrite: (numero: number) => Promise<'OUI' | 'FICHE_INCONNUE' | 'HORS_TERRITOIRE'>,
) => Promise<IssueReponse>;

/**
 * The house of a fiche answers what another one remarked of it. Whether that observation exists is
 * its author's house to say: here, only whether it could; an answer to nothing is shown nowhere.
 */
export function createRepondreObservation(deps: {
  maison: Partenaire;
  journal: ReponseJournal;
}): RepondreObservation {
  return async (identite, demande, mayWrite) => {
    const texte = parseTexte(demande.texte, MAX_TEXTE);
    const numero = parseOwnFicheId(deps.maison, demande.fiche);
    const observee = parseObservation(demande.observation);
    const trace = traceOf(identite, demande.cleIdempotence, [
      'REPONDRE',
      demande.fiche,
      demande.observation,
      texte,
    ]);
    if (numero === null) return non('FICHE_INCONNUE');
    if (observee === null || observee.maison === deps.maison) return non('OBSERVATION_INCONNUE');
    const may = await mayWrite(numero);
    if (may !== 'OUI') return non(may);
    const observation = observationId(observee.maison, observee.numero);
    const recorded = await deps.journal.add(identite, { fiche: numero, observation, texte }, trace);
    return recorded.empreinteDemande === trace.empreinteDemande
      ? { ok: true, id: recorded.id }
      : non('CLE_IDEMPOTENCE_REUTILISEE');
  };
}

function non(code: Parameters<typeof refus>[0]): IssueReponse {
  return { ok: false, refus: refus(code) };
}
