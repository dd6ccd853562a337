import { deNom } from '@passerelle/portal-kit';
import type {
  AvancementSuite,
  StatutDecision,
  StatutSeance,
  SujetDecision,
  TitreValidation,
} from '../generated/graphql.js';

export const STATUTS_SEANCE: Readonly<Record<StatutSeance, string>> = {
  PREVUE: 'prévue',
  TENUE: 'tenue',
  CLOSE: 'close',
  ANNULEE: 'annulée',
};

export const STATUTS_DECISION: Readonly<Record<StatutDecision, string>> = {
  EN_ATTENTE: 'en attente',
  ADOPTEE: 'adoptée',
  REJETEE: 'rejetée',
  ANNULEE: 'annulée',
};

export const TONS_DECISION = {
  EN_ATTENTE: 'attention',
  ADOPTEE: 'ok',
  REJETEE: 'neutre',
  ANNULEE: 'neutre',
} as const;

export const SUJETS: Readonly<Record<SujetDecision, string>> = {
  ORIENTATION: 'Orientation',
  FORMATION_INITIALE: 'Formation initiale',
  APPRENTISSAGE: 'Apprentissage',
  FORMATION_CONTINUE: 'Formation continue',
  ENTREPRISES: 'Entreprises',
  MOBILITE: 'Mobilité',
  AUTRE: 'Autre',
};

export const AVANCEMENTS: Readonly<Record<AvancementSuite, string>> = {
  A_FAIRE: 'à faire',
  EN_COURS: 'en cours',
  FAITE: 'faite',
  ABANDONNEE: 'abandonnée',
};

/** Who speaks under each title, to begin a sentence and after « de ». */
export const TITRES: Readonly<Record<TitreValidation, { sujet: string; de: string }>> = {
  ETAT: { sujet: 'L’État', de: 'de l’État' },
  REGION: { sujet: 'La Région', de: 'de la Région' },
  RECTEUR: { sujet: 'Le recteur', de: 'du recteur' },
};

/** « SPEL de Valenciennes » even where the name of the day is only « SPEL ». */
export function nomDInstance({
  nomLe,
  type,
  territoire,
}: {
  nomLe: string;
  type: string;
  territoire: { nom: string };
}): string {
  return nomLe === type ? `${type} ${deNom(territoire.nom)}` : nomLe;
}

export function cheminSeance(id: string): string {
  return `/seances/${id}`;
}

export function cheminDossier(id: string): string {
  return `/seances/${id}/dossier`;
}
