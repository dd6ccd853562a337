import type { Identite } from '@passerelle/identity';
import type {
  Accord,
  NatureAccord,
  PointPropose,
  Suite,
  TitreValidation,
} from './participation.js';

/** A demand already done under an idempotency key: what was asked then. */
export interface DemandeConnue {
  readonly empreinteDemande: string;
}

export interface Envoi extends DemandeConnue {
  readonly cleIdempotence: string;
}

/** The house's record of one session or decision, open for one act. */
export interface OpenParticipation {
  findByKey(cleIdempotence: string): Promise<DemandeConnue | null>;
  /** Kept with what it did, so that it is not done again. */
  addEnvoi(envoi: Envoi): Promise<void>;
  /** @returns null when the house never proposed it */
  point(seance: string, id: string): Promise<{ readonly retire: boolean } | null>;
  /** Signed with it: POINT_PROPOSE. @returns its identifier */
  addPoint(point: Pick<PointPropose, 'seance' | 'titre' | 'duree'>): Promise<string>;
  /** Signed with it: POINT_RETIRE. */
  addRetrait(point: { readonly id: string; readonly seance: string }): Promise<void>;
  /** What the last agreement in this title covers; null before the first. */
  dernierAccord(
    nature: NatureAccord,
    seance: string,
    titre: TitreValidation | null,
  ): Promise<string | null>;
  /** Signed with it: ORDRE_DU_JOUR_ACCORDE or RELEVE_VALIDE. */
  addAccord(accord: Pick<Accord, 'nature' | 'seance' | 'titre' | 'empreinte'>): Promise<void>;
  /** What the last validation in this title covers; null before the first. */
  derniereValidation(decision: string, titre: TitreValidation): Promise<string | null>;
  /** Signed with it: DECISION_VALIDEE. */
  addValidation(decision: string, titre: TitreValidation, empreinte: string): Promise<void>;
  /** @returns 0 before the first */
  versionDeSuite(decision: string): Promise<number>;
  /** Signed with it: SUITE_ENREGISTREE. */
  addSuite(suite: Pick<Suite, 'decision' | 'version' | 'avancement' | 'texte'>): Promise<void>;
}

export interface ParticipationJournal {
  /**
   * Runs `act` alone on this subject (and alone on this key), in one transaction in the name of
   * `identite`; what it throws undoes everything, the signed act included.
   *
   * @param target.sujet - key of the session or of the decision
   */
  open<Result>(
    identite: Identite,
    target: { readonly sujet: string; readonly cleIdempotence: string | null },
    act: (journal: OpenParticipation) => Promise<Result>,
  ): Promise<Result>;
}
