import type { Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';
import type { ReponseDeGeste } from '../actes/geste.js';
import { peutAgir } from '../date/actes-au-present.js';
import type { Agent } from '../session/session.js';

export type PartenaireDuGraphe = 'ETAT' | 'REGION' | 'POLE_EMPLOI';
export type TitreValidation = 'ETAT' | 'REGION' | 'RECTEUR';
export type Avancement = 'A_FAIRE' | 'EN_COURS' | 'FAITE' | 'ABANDONNEE';

/** Who gave a validation or an agreement, and when. */
export interface SignatureLue {
  auteur: string;
  le: string;
  empreinte: string;
}

export interface LieuDeSeance {
  code: string;
  maille: string;
  parents: readonly { code: string; maille: string }[];
}

export interface PointPropose {
  id: string;
  titre: string;
  duree?: number | null;
}

export interface SuiteLue {
  avancement: Avancement;
  texte?: string | null;
  auteur: string;
  modifieLe: string;
  version: number;
}

/** A decision, and what the reader's own house did about it. */
export interface DecisionLue {
  id: string;
  numero: number;
  texte: string;
  responsable: PartenaireDuGraphe;
  statut: 'EN_ATTENTE' | 'ADOPTEE' | 'REJETEE' | 'ANNULEE';
  echeance?: string | null;
  empreinte: string;
  validationsRequises: readonly TitreValidation[];
  validations: readonly { titre: TitreValidation; perimee: boolean }[];
  validation?: (SignatureLue & { titre: TitreValidation }) | null;
  /** The recteur's, who speaks beside his house; the État's module only reads it. */
  validationRecteur?: (SignatureLue & { titre: TitreValidation }) | null;
  suite?: SuiteLue | null;
}

export interface SeanceLue {
  id: string;
  statut: 'PREVUE' | 'TENUE' | 'CLOSE' | 'ANNULEE';
  /** The session whose agenda it takes up: no item is then brought to it. */
  convocationDe?: { id: string } | null;
  instance: { territoire: LieuDeSeance };
  points: readonly { id: string }[];
  empreinteOrdreDuJour: string;
  ordreDuJourArrete: boolean;
  releve?: { empreinte: string; figeLe?: string | null } | null;
  decisions: { nodes: readonly DecisionLue[] };
  /** What the reader's own house brought; null when the house could not be read. */
  participation?: {
    points: readonly PointPropose[];
    accordOrdreDuJour?: SignatureLue | null;
    validationReleve?: SignatureLue | null;
  } | null;
}

export interface LectureParticipation {
  seance?: SeanceLue | null;
}

type Acte<Variables> = TypedDocumentNode<ReponseDeGeste, Variables & { cle?: string | null }>;

/**
 * What a house gives so that its part in a session can be shown and written. The acts that a house
 * does not hold (Pôle emploi validates nothing) are absent.
 */
export interface MaisonParticipante {
  partenaire: Partenaire;
  lire: TypedDocumentNode<LectureParticipation, { id: string }>;
  proposerPoint: Acte<{ seance: string; titre: string; duree: number | null }>;
  retirerPoint: Acte<{ seance: string; point: string }>;
  accorderOrdreDuJour?: Acte<{ seance: string; empreinte: string }>;
  validerDecision?: Acte<{ decision: string; empreinte: string; titre: TitreValidation }>;
  enregistrerSuite: Acte<{
    decision: string;
    avancement: Avancement;
    texte: string | null;
    versionAttendue: number;
  }>;
  validerReleve?: Acte<{ seance: string; empreinte: string }>;
}

/** What this agent may do in this session, for their own house. */
export interface DroitsEnSeance {
  participer: boolean;
  accorder: boolean;
  /** In whose titles they validate decisions. */
  titres: readonly TitreValidation[];
  validerReleve: boolean;
}

const AUCUN: DroitsEnSeance = {
  participer: false,
  accorder: false,
  titres: [],
  validerReleve: false,
};

/** The regional table is also that of who answers for a part of the region. */
const SIEGE_A_LA_REGION = 'directeur-territorial';

/** Whether an agent works where the session is held: everywhere, or in that very territory. */
export function estDuTerritoire(agent: Agent, lieu: LieuDeSeance): boolean {
  const { territoire } = agent;
  if (territoire === null || territoire.maille === 'REGION') return true;
  if (lieu.maille === 'REGION') return agent.roles.includes(SIEGE_A_LA_REGION);
  return [lieu, ...lieu.parents].some(
    ({ code, maille }) => code === territoire.code && maille === territoire.maille,
  );
}

/** The owner of each record decides; this only keeps from showing a button that would be refused. */
export function droitsEnSeance(
  agent: Agent | null,
  { partenaire, accorderOrdreDuJour, validerDecision, validerReleve }: MaisonParticipante,
  territoire: LieuDeSeance,
): DroitsEnSeance {
  if (agent?.partenaire !== partenaire || !estDuTerritoire(agent, territoire)) return AUCUN;
  const droit = (nom: string): boolean => peutAgir(agent, `${partenaire}:${nom}`);
  const titres: TitreValidation[] = [];
  if (validerDecision) {
    if (partenaire === 'etat' && droit('decision:valider')) titres.push('ETAT');
    if (partenaire === 'region' && droit('decision:valider')) titres.push('REGION');
    if (partenaire === 'etat' && droit('decision:valider-recteur')) titres.push('RECTEUR');
  }
  return {
    participer: droit('seance:participer'),
    accorder: accorderOrdreDuJour !== undefined && droit('seance:participer'),
    titres,
    validerReleve: validerReleve !== undefined && droit('releve:valider'),
  };
}

const CODES: Readonly<Record<PartenaireDuGraphe, Partenaire>> = {
  ETAT: 'etat',
  REGION: 'region',
  POLE_EMPLOI: 'pole-emploi',
};

/** What awaits this agent in this session, and what is on its way to the État's record. */
export interface Attentes {
  aValider: readonly { decision: DecisionLue; titre: TitreValidation }[];
  aSuivre: readonly DecisionLue[];
  accord: boolean;
  releve: boolean;
  /** Acts of this house that the État has not received yet. */
  enChemin: readonly string[];
}

/** A title that a decision needs and that nobody gave on its present text. */
export function manque(decision: DecisionLue, titre: TitreValidation): boolean {
  return (
    decision.statut === 'EN_ATTENTE' &&
    decision.validationsRequises.includes(titre) &&
    !decision.validations.some((donnee) => donnee.titre === titre && !donnee.perimee)
  );
}

function donneeIci(decision: DecisionLue, titre: TitreValidation): boolean {
  return [decision.validation, decision.validationRecteur].some(
    (donnee) => donnee?.titre === titre && donnee.empreinte === decision.empreinte,
  );
}

export function attentesEnSeance(
  seance: SeanceLue,
  partenaire: Partenaire,
  droits: DroitsEnSeance,
): Attentes {
  const decisions = seance.decisions.nodes;
  const ouverte = seance.statut === 'PREVUE' || seance.statut === 'TENUE';
  const accordDonne =
    seance.participation?.accordOrdreDuJour?.empreinte === seance.empreinteOrdreDuJour;
  const releve = seance.releve ?? null;
  const releveDonne =
    releve !== null && seance.participation?.validationReleve?.empreinte === releve.empreinte;
  const toutTitre: readonly TitreValidation[] = ['ETAT', 'REGION', 'RECTEUR'];
  return {
    aValider: decisions.flatMap((decision) =>
      droits.titres
        .filter((titre) => manque(decision, titre) && !donneeIci(decision, titre))
        .map((titre) => ({ decision, titre })),
    ),
    aSuivre: decisions.filter(
      (decision) =>
        CODES[decision.responsable] === partenaire &&
        decision.statut === 'ADOPTEE' &&
        decision.suite?.avancement !== 'FAITE' &&
        decision.suite?.avancement !== 'ABANDONNEE',
    ),
    accord:
      droits.accorder &&
      seance.statut === 'PREVUE' &&
      seance.points.length > 0 &&
      !seance.ordreDuJourArrete &&
      !accordDonne,
    releve:
      droits.validerReleve &&
      seance.statut === 'TENUE' &&
      releve !== null &&
      !releve.figeLe &&
      !releveDonne,
    enChemin: [
      ...decisions
        .filter((decision) =>
          toutTitre.some((titre) => donneeIci(decision, titre) && manque(decision, titre)),
        )
        .map((decision) => `votre validation de la décision ${decision.numero}`),
      ...(ouverte
        ? (seance.participation?.points ?? [])
            .filter(({ id }) => !seance.points.some((point) => point.id === id))
            .map(({ titre }) => `votre point «\u00a0${titre}\u00a0»`)
        : []),
    ],
  };
}

export const LIBELLES_TITRE: Readonly<Record<TitreValidation, string>> = {
  ETAT: 'de l’État',
  REGION: 'de la Région',
  RECTEUR: 'du recteur',
};

export const LIBELLES_AVANCEMENT: Readonly<Record<Avancement, string>> = {
  A_FAIRE: 'à faire',
  EN_COURS: 'en cours',
  FAITE: 'faite',
  ABANDONNEE: 'abandonnée',
};
