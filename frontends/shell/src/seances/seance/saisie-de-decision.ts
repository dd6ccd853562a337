import type {
  DecisionEnSeanceFragment,
  Partenaire,
  SujetDecision,
} from '../../generated/graphql.js';

export const LONGUEUR_DECISION = 2_000;

/** What the form of a decision holds; empty texts for what is not said. */
export interface SaisieDeDecision {
  texte: string;
  responsable: Partenaire;
  engagement: string;
  echeance: string;
  sujets: readonly SujetDecision[];
  /** The subjects were read from the text and follow it. */
  sujetsDeduits: boolean;
  /** Version from which it was written; 0 for a new one. */
  base: number;
}

export function saisieDeDecision(decision: DecisionEnSeanceFragment | null): SaisieDeDecision {
  return {
    texte: decision?.texte ?? '',
    responsable: decision?.responsable ?? 'ETAT',
    engagement: decision?.engagement?.code ?? '',
    echeance: decision?.echeance ?? '',
    sujets: decision?.sujets ?? [],
    sujetsDeduits: decision === null,
    base: decision?.version ?? 0,
  };
}

const MAISONS: readonly Partenaire[] = ['ETAT', 'REGION', 'POLE_EMPLOI'];
const SUJETS: readonly SujetDecision[] = [
  'ORIENTATION',
  'FORMATION_INITIALE',
  'APPRENTISSAGE',
  'FORMATION_CONTINUE',
  'ENTREPRISES',
  'MOBILITE',
  'AUTRE',
];

/** Reads back what another day's page kept on this machine. */
export function lireSaisieDeDecision(garde: unknown): SaisieDeDecision | null {
  if (typeof garde !== 'object' || garde === null) return null;
  const lire = (cle: string): unknown => Reflect.get(garde, cle);
  const [texte, engagement, echeance] = ['texte', 'engagement', 'echeance'].map(lire);
  const responsable = MAISONS.find((connue) => connue === lire('responsable'));
  const sujets = lire('sujets');
  const base = lire('base');
  if (typeof texte !== 'string' || typeof engagement !== 'string') return null;
  if (typeof echeance !== 'string' || !responsable || typeof base !== 'number') return null;
  return {
    texte,
    responsable,
    engagement,
    echeance,
    sujets: Array.isArray(sujets) ? SUJETS.filter((connu) => sujets.includes(connu)) : [],
    sujetsDeduits: lire('sujetsDeduits') === true,
    base,
  };
}
