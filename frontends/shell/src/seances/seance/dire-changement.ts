import { formaterDate, formaterLe } from '@passerelle/portal-kit';
import type { ChampDeVersion } from '../../generated/graphql.js';
import { heureDe } from '../heures.js';
import { STATUTS_SEANCE } from '../libelles.js';

export interface ChangementLu {
  champ: ChampDeVersion;
  sujet?: string | null;
  avant?: string | null;
  apres?: string | null;
}

const NOMS: Readonly<Record<ChampDeVersion, string>> = {
  JOUR: 'Jour',
  DEBUT: 'Début',
  FIN: 'Fin',
  LIEU: 'Lieu',
  OBJET: 'Objet',
  STATUT: 'État',
  PUBLIQUE: 'Montrée hors des maisons',
  PRESENCE: 'Présence',
  SIGNATURE: 'Signature',
  POINT: 'Point',
  ORDRE: 'Ordre des points',
  TEXTE: 'Texte',
  RESPONSABLE: 'Responsable',
  FONCTION_RESPONSABLE: 'Fonction responsable',
  ECHEANCE: 'Échéance',
  ENGAGEMENT: 'Engagement',
  SUJETS: 'Sujets',
};

const MOTS: Readonly<Record<string, string>> = {
  ...STATUTS_SEANCE,
  PRESENT: 'présent',
  ABSENT: 'absent ou excusé',
  OUI: 'oui',
  NON: 'non',
};

/** One difference between two versions, in a sentence. */
export function direChangement({ champ, sujet, avant, apres }: ChangementLu): string {
  const [ancien, nouveau] = [valeurDe(champ, avant ?? null), valeurDe(champ, apres ?? null)];
  if (champ === 'TEXTE' && sansUn(ancien, nouveau)) {
    return nouveau === null ? `Ligne retirée : ${ancien}` : `Ligne écrite : ${nouveau}`;
  }
  if (champ === 'POINT' && sansUn(ancien, nouveau)) {
    return nouveau === null ? `Point retiré : ${ancien}` : `Point ajouté : ${nouveau}`;
  }
  const nom = sujet ? `${NOMS[champ]} de ${sujet}` : NOMS[champ];
  if (ancien === null) return `${nom} : ${nouveau}`;
  if (nouveau === null) return `${nom} : retiré (${ancien})`;
  return `${nom} : ${ancien}, puis ${nouveau}`;
}

function sansUn(ancien: string | null, nouveau: string | null): boolean {
  return ancien === null || nouveau === null;
}

function valeurDe(champ: ChampDeVersion, valeur: string | null): string | null {
  if (valeur === null) return null;
  if (champ === 'JOUR' || champ === 'ECHEANCE') return formaterDate(valeur);
  if (champ === 'DEBUT' || champ === 'FIN') return heureDe(valeur);
  return MOTS[valeur] ?? valeur;
}

/** « Sous-préfet, Préfecture, le 15 décembre 2023 à 14 h 30 » */
export function direAuteur({ auteur, le }: { auteur: string; le: string }): string {
  return `${auteur}, ${formaterLe(le)}`;
}
