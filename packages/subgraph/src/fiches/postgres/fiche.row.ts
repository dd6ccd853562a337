import type { CleTerritoire } from '../../territoires/index.js';
import type {
  EtapeFiche,
  EtatFiche,
  Fiche,
  IssueFiche,
  LigneBudget,
  StatutFiche,
  VisibiliteFiche,
} from '../domain/fiche.js';

export interface FicheRow {
  numero: number;
  version: number;
  titre: string;
  objet: string | null;
  engagement: string;
  statut: StatutFiche;
  debut: string | null;
  fin: string | null;
  experimental: boolean;
  etapes: readonly EtapeFiche[];
  budget: readonly (Omit<LigneBudget, 'annee'> & { annee?: number | null })[];
  territoires: readonly CleTerritoire[];
  visibilite: VisibiliteFiche;
  variante_de: number | null;
  prolonge: number | null;
  evaluation_texte: string | null;
  evaluation_le: string | null;
  issue: IssueFiche | null;
  motif_issue: string | null;
  suite: number | null;
  auteur: string;
  auteur_sujet: string;
  modifie_le: Date;
  etat: EtatFiche;
  renvoyee: boolean;
  publie_le: Date | null;
  demonstration: boolean;
}

/** Of the view `fiche` called `f`. Dates leave as text: pg would make instants of them. */
export const FICHE_COLUMNS = `f.numero, f.version, f.titre, f.objet, f.engagement, f.statut,
  f.debut::text, f.fin::text, f.experimental, f.etapes, f.budget, f.visibilite, f.variante_de,
  f.prolonge, f.evaluation_texte, f.evaluation_le::text, f.issue, f.motif_issue, f.suite, f.auteur,
  f.auteur_sujet, f.modifie_le, f.etat, f.renvoyee, f.publie_le, f.demonstration,
  (SELECT jsonb_agg(jsonb_build_object('maille', ft.maille, 'code', ft.code) ORDER BY ft.rang)
   FROM fiche_territoire ft
   WHERE ft.numero = f.numero AND ft.version = f.version) AS territoires`;

export function toFiche(row: FicheRow): Fiche {
  const { evaluation_texte: texte, evaluation_le: le } = row;
  return {
    numero: row.numero,
    version: row.version,
    titre: row.titre,
    objet: row.objet,
    engagement: row.engagement,
    statut: row.statut,
    debut: row.debut,
    fin: row.fin,
    experimental: row.experimental,
    etapes: row.etapes,
    // Lines of before years were asked have none.
    budget: row.budget.map((ligne) => ({ ...ligne, annee: ligne.annee ?? null })),
    territoires: row.territoires,
    visibilite: row.visibilite,
    varianteDe: row.variante_de,
    prolonge: row.prolonge,
    evaluation: texte === null || le === null ? null : { texte, le },
    issue: row.issue,
    motifIssue: row.motif_issue,
    suite: row.suite,
    auteur: row.auteur,
    auteurSujet: row.auteur_sujet,
    modifieLe: row.modifie_le,
    etat: row.etat,
    renvoyee: row.renvoyee,
    publieLe: row.publie_le,
    demonstration: row.demonstration,
  };
}
