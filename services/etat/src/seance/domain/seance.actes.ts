import type { RequestContext } from '@passerelle/subgraph';
import type { RegleSecondeConvocation } from '../../instance/index.js';
import type { ContenuDecision, SensVote } from './decision.js';
import type { Refus } from './seance.errors.js';
import type { ObjetVersionne, Presence } from './seance.js';

export type Identite = RequestContext['identite'];

type Libre<Valeur> = Valeur | null | undefined;

/** What an act was about, done or refused: on a refusal the caller is shown what is there. */
export interface Issue {
  readonly seance: string | null;
  readonly decision: string | null;
  readonly refus: Refus | null;
}

export interface DemandeSurSeance {
  readonly seance: string;
  readonly versionAttendue?: number | null | undefined;
}

export interface DemandeSurDecision {
  readonly decision: string;
  readonly versionAttendue?: number | null | undefined;
}

export interface CadreSaisi {
  readonly debut?: Libre<Date>;
  readonly fin?: Libre<Date>;
  readonly lieu?: Libre<string>;
  readonly objet?: Libre<string>;
  readonly publique?: Libre<boolean>;
}

export interface Retablir {
  readonly objet: ObjetVersionne;
  /** Of the session, of the decision; for minutes, of their session. */
  readonly id: string;
  readonly version: number;
  readonly versionAttendue?: number | null | undefined;
}

export interface PresenceSaisie {
  readonly fonction: string;
  readonly organisation: string;
  readonly partenaire?: Presence['partenaire'] | undefined;
  readonly present?: boolean | null | undefined;
  readonly signataire?: boolean | null | undefined;
}

export interface EnregistrerDecision {
  readonly seance: string;
  readonly texte: string;
  readonly responsable: ContenuDecision['responsable'];
  readonly fonctionResponsable?: Libre<string>;
  readonly echeance?: Libre<string>;
  readonly engagement?: Libre<string>;
  readonly sujets: ContenuDecision['sujets'];
  readonly cleIdempotence?: Libre<string>;
}

export interface CreerSeance extends CadreSaisi {
  readonly instance: string;
  readonly jour: string;
  readonly cleIdempotence?: Libre<string>;
}

export interface ModifierSeance extends DemandeSurSeance, CadreSaisi {
  /** Another day, while the session is to come; its identifier stays. */
  readonly jour?: Libre<string>;
}

export interface OrdonnerPoints extends DemandeSurSeance {
  readonly points: readonly string[];
}

export interface NoterPresences extends DemandeSurSeance {
  readonly presences: readonly PresenceSaisie[];
}

export interface EcrireReleve extends DemandeSurSeance {
  readonly texte: string;
}

export interface ModifierDecision extends DemandeSurDecision {
  readonly texte?: Libre<string>;
  readonly responsable?: Libre<ContenuDecision['responsable']>;
  readonly fonctionResponsable?: Libre<string>;
  readonly echeance?: Libre<string>;
  readonly engagement?: Libre<string>;
  readonly sujets?: Libre<ContenuDecision['sujets']>;
}

export interface VoterDecision extends DemandeSurDecision {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions?: Libre<number>;
  readonly voixRepresentantEtat?: Libre<SensVote>;
}

export interface ConvoquerDeNouveau extends DemandeSurSeance {
  readonly jour: string;
  readonly debut?: Libre<Date>;
  readonly fin?: Libre<Date>;
  readonly lieu?: Libre<string>;
  readonly cleIdempotence?: Libre<string>;
}

export interface ReglerSecondeConvocation {
  readonly instance: string;
  /** Null: no rule is known any more, the ordinary quorum applies. */
  readonly regle?: Libre<RegleSecondeConvocation>;
  /** Where the rule is written. */
  readonly source?: Libre<string>;
  readonly versionAttendue?: Libre<number>;
}

/** What an act on a body was about, done or refused. */
export interface IssueDInstance {
  readonly instance: string | null;
  readonly refus: Refus | null;
}

/** A body that was too few is called a second time, by the rule that it gave itself. */
export interface Convocation {
  convoquer(identite: Identite, demande: ConvoquerDeNouveau): Promise<Issue>;
  regler(identite: Identite, demande: ReglerSecondeConvocation): Promise<IssueDInstance>;
}

/** Everything about a session before it is held. */
export interface Preparation {
  creer(identite: Identite, demande: CreerSeance): Promise<Issue>;
  modifier(identite: Identite, demande: ModifierSeance): Promise<Issue>;
  annuler(identite: Identite, demande: DemandeSurSeance): Promise<Issue>;
  ordonner(identite: Identite, demande: OrdonnerPoints): Promise<Issue>;
}

/** What happens in the room: who was there, and what is written of it. */
export interface Tenue {
  noterPresences(identite: Identite, demande: NoterPresences): Promise<Issue>;
  ecrireReleve(identite: Identite, demande: EcrireReleve): Promise<Issue>;
}

/** Decisions of a session that is held: recorded, corrected, voted where the body votes. */
export interface Decisions {
  enregistrer(identite: Identite, demande: EnregistrerDecision): Promise<Issue>;
  modifier(identite: Identite, demande: ModifierDecision): Promise<Issue>;
  annuler(identite: Identite, demande: DemandeSurDecision): Promise<Issue>;
  voter(identite: Identite, demande: VoterDecision): Promise<Issue>;
}

/** Undoes by writing a former version again, as a new one. */
export type Retablissement = (identite: Identite, demande: Retablir) => Promise<Issue>;
