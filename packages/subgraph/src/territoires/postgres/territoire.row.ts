import type { Maille } from '../../vocabulaire/codes.js';
import type { CleTerritoire, Territoire } from '../domain/territoire.js';

export interface TerritoireRow {
  maille: Maille;
  code: string;
  ordre: number;
  nom: string;
  nom_cle: string;
  population: number | null;
  nombre_communes: number;
  interregional: boolean;
  longitude: number | null;
  latitude: number | null;
  region: string | null;
  departement: string | null;
  arrondissement: string | null;
  epci: string | null;
}

export const TERRITOIRE_COLUMNS = `t.maille, t.code, t.ordre, t.nom, t.nom_cle, t.population,
  t.nombre_communes, t.interregional, t.longitude, t.latitude, t.region, t.departement,
  t.arrondissement, t.epci`;

export function toTerritoire(row: TerritoireRow): Territoire {
  return {
    code: row.code,
    maille: row.maille,
    nom: row.nom,
    population: row.population,
    nombreCommunes: row.nombre_communes,
    interregional: row.interregional,
    centre:
      row.longitude === null || row.latitude === null
        ? null
        : { longitude: row.longitude, latitude: row.latitude },
    parents: parentsOf(row),
    tri: [row.ordre, row.nom_cle, row.code],
  };
}

function parentsOf(row: TerritoireRow): readonly CleTerritoire[] {
  const parents: CleTerritoire[] = [];
  if (row.epci !== null) parents.push({ maille: 'EPCI', code: row.epci });
  if (row.arrondissement !== null) {
    parents.push({ maille: 'ARRONDISSEMENT', code: row.arrondissement });
  }
  if (row.departement !== null) parents.push({ maille: 'DEPARTEMENT', code: row.departement });
  if (row.region !== null) parents.push({ maille: 'REGION', code: row.region });
  return parents;
}
