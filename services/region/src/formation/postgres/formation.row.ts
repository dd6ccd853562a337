import type { Maille, Secteur } from '@passerelle/subgraph';
import type { Formation } from '../domain/formation.js';

export interface FormationRow {
  numeroOffre: string;
  intitule: string;
  intituleCle: string;
  secteur: Secteur | null;
  metiers: readonly string[];
  organisme: string;
  organismeSiret: string;
  certifiante: boolean;
  maille: Maille;
  lieu: string;
  demonstration: boolean;
}

export const FORMATION_COLUMNS = `f.numero_offre AS "numeroOffre", f.intitule,
  f.intitule_cle AS "intituleCle", f.secteur, f.metiers, f.organisme,
  f.organisme_siret AS "organismeSiret", f.certifiante, f.maille, f.lieu, f.demonstration`;

export function toFormation({ intituleCle, maille, lieu, ...row }: FormationRow): Formation {
  return { ...row, lieu: { code: lieu, maille }, tri: [intituleCle, row.numeroOffre] };
}
