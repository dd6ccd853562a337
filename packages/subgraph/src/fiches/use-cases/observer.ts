import type { Identite, Partenaire } from '@passerelle/identity';
import { type RefusFiche, refus } from '../domain/fiche.errors.js';
import { ficheId, parseFicheId } from '../domain/fiche-id.js';
import type { ObservationJournal } from '../domain/observation.journal.js';
import { parseObservationId } from '../domain/observation-id.js';
import { MAX_TEXTE, parseTexte } from '../domain/parse-fiche.js';
import { refuserVersion } from '../domain/vie.js';
import { traceOf } from './trace.js';

export interface DemandeObservation {
  /** A fiche of another house. */
  readonly fiche: string;
  readonly texte: string;
  readonly cleIdempotence?: string | null | undefined;
}

export interface DemandeRetrait {
  /** « etat:observation-7 ». */
  readonly observation: string;
}

export type DemandeCorrection = DemandeRetrait & {
  readonly texte: string;
  /** Of the text that is replaced. */
  readonly versionAttendue?: number | null | undefined;
  readonly cleIdempotence?: string | null | undefined;
};

export type IssueObservation =
  | { readonly ok: true; readonly id: number }
  | { readonly ok: false; readonly refus: RefusFiche };

export interface ObservationActs {
  observer(identite: Identite, demande: DemandeObservation): Promise<IssueObservation>;
  corriger(identite: Identite, demande: DemandeCorrection): Promise<IssueObservation>;
  retirer(identite: Identite, demande: DemandeRetrait): Promise<IssueObservation>;
}

/**
 * A house remarks something of another's fiche, in its own database. Whether that fiche exists is
 * its owner's to say: here, only whether it could. What is worded again or taken back stays in the
 * record, by its author only.
 */
export function createObservationActs(deps: {
  maison: Partenaire;
  journal: ObservationJournal;
}): ObservationActs {
  const { maison, journal } = deps;
  return {
    async observer(identite, demande) {
      const texte = parseTexte(demande.texte, MAX_TEXTE);
      const cible = parseFicheId(demande.fiche);
      const trace = traceOf(identite, demande.cleIdempotence, ['OBSERVER', demande.fiche, texte]);
      if (cible === null || cible.maison === maison) return non('FICHE_INCONNUE');
      const fiche = ficheId(cible.maison, cible.numero);
      const recorded = await journal.add(identite, { fiche, texte }, trace);
      return recorded.empreinteDemande === trace.empreinteDemande
        ? { ok: true, id: recorded.id }
        : non('CLE_IDEMPOTENCE_REUTILISEE');
    },

    async corriger(identite, { observation, texte: typed, versionAttendue, cleIdempotence }) {
      const texte = parseTexte(typed, MAX_TEXTE);
      const attendue = versionAttendue ?? null;
      const id = parseObservationId(maison, observation);
      const trace = traceOf(identite, cleIdempotence, ['CORRIGER', observation, attendue, texte]);
      if (id === null) return non('OBSERVATION_INCONNUE');
      const opened = await journal.openOwn<IssueObservation>(
        identite,
        id,
        trace,
        async (sienne) => {
          if (sienne === null) return non('OBSERVATION_INCONNUE');
          const depassee = refuserVersion(sienne, attendue);
          if (depassee) return { ok: false, refus: depassee };
          await sienne.replace(texte);
          return { ok: true, id };
        },
      );
      if ('fait' in opened) return opened.fait;
      return opened.connue.empreinteDemande === trace.empreinteDemande
        ? { ok: true, id: opened.connue.id }
        : non('CLE_IDEMPOTENCE_REUTILISEE');
    },

    async retirer(identite, { observation }) {
      const id = parseObservationId(maison, observation);
      const trace = traceOf(identite, null, ['RETIRER', observation]);
      if (id === null) return non('OBSERVATION_INCONNUE');
      const opened = await journal.openOwn<IssueObservation>(
        identite,
        id,
        trace,
        async (sienne) => {
          if (sienne === null) return non('OBSERVATION_INCONNUE');
          await sienne.takeBack();
          return { ok: true, id };
        },
      );
      // Without a key, nothing is known beforehand.
      return 'fait' in opened ? opened.fait : non('OBSERVATION_INCONNUE');
    },
  };
}

function non(code: Parameters<typeof refus>[0]): IssueObservation {
  return { ok: false, refus: refus(code) };
}
