import type { Identite, Partenaire } from '@passerelle/identity';
import type { AvisJournal, SensAvis } from '../domain/avis.js';
import { type RefusFiche, refus } from '../domain/fiche.errors.js';
import { ficheId, parseFicheId } from '../domain/fiche-id.js';
import { MAX_TEXTE, MAX_TITRE, parseTexte, parseTexteFacultatif } from '../domain/parse-fiche.js';
import { traceOf } from './trace.js';

export interface DemandeAvis {
  readonly fiche: string;
  readonly organisation: string;
  readonly sens: SensAvis;
  readonly motif?: string | null | undefined;
  readonly donneLe?: string | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
}

export type IssueAvis =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refus: RefusFiche };

/** @param isKnown - whether a fiche of this very house exists, for who asks */
export type EnregistrerAvis = (
  identite: Identite,
  demande: DemandeAvis,
  isKnown: (numero: number) => Promise<boolean>,
) => Promise<IssueAvis>;

/**
 * The secretariat records what a social partner thinks of a fiche: the partner itself only reads.
 * Another house's fiche is taken as it is named: only its owner knows whether it exists.
 *
 * @param deps.jour - the current civil day, for an opinion that gives none
 */
export function createEnregistrerAvis(deps: {
  maison: Partenaire;
  journal: AvisJournal;
  jour: () => string;
}): EnregistrerAvis {
  return async (identite, demande, isKnown) => {
    const contenu = {
      organisation: parseTexte(demande.organisation, MAX_TITRE),
      sens: demande.sens,
      motif: parseTexteFacultatif(demande.motif, MAX_TEXTE),
      donneLe: demande.donneLe ?? deps.jour(),
    };
    const cible = parseFicheId(demande.fiche);
    const trace = traceOf(identite, demande.cleIdempotence, ['AVIS', demande.fiche, contenu]);
    if (cible === null) return non('FICHE_INCONNUE');
    if (cible.maison === deps.maison && !(await isKnown(cible.numero))) {
      return non('FICHE_INCONNUE');
    }
    const fiche = ficheId(cible.maison, cible.numero);
    const recorded = await deps.journal.add(identite, { ...contenu, fiche }, trace);
    return recorded.empreinteDemande === trace.empreinteDemande
      ? { ok: true, id: recorded.id }
      : non('CLE_IDEMPOTENCE_REUTILISEE');
  };
}

function non(code: Parameters<typeof refus>[0]): IssueAvis {
  return { ok: false, refus: refus(code) };
}
