import type { Maille, TableauAExporter } from '@passerelle/portal-kit';
import { LIBELLES_MAILLE } from './mailles.js';

export interface TerritoireEnListe {
  code: string;
  maille: Maille;
  nom: string;
  population: number | null;
  nombreCommunes?: number;
  interregional?: boolean;
  parents?: readonly { maille: Maille; nom: string }[];
}

const SOURCE =
  'Code officiel géographique et populations légales de l’INSEE, tels que le portail les a chargés.';

/** Territories as a file takes them; codes stay texts, with the zeros that they begin with. */
export function territoiresEnTableau(territoires: readonly TerritoireEnListe[]): TableauAExporter {
  const parent = ({ parents }: TerritoireEnListe, maille: Maille): string =>
    parents?.find((un) => un.maille === maille)?.nom ?? '';
  return {
    colonnes: [
      { titre: 'Maille' },
      { titre: 'Code', largeur: 12 },
      { titre: 'Territoire', largeur: 40 },
      { titre: 'Arrondissement', largeur: 28 },
      { titre: 'Département', largeur: 20 },
      { titre: 'Population (habitants)', largeur: 14 },
      { titre: 'Communes' },
      { titre: 'À cheval sur deux régions', largeur: 14 },
    ],
    lignes: territoires.map((territoire) => [
      LIBELLES_MAILLE[territoire.maille].singulier,
      territoire.code,
      territoire.nom,
      parent(territoire, 'ARRONDISSEMENT'),
      parent(territoire, 'DEPARTEMENT'),
      territoire.population,
      territoire.nombreCommunes ?? null,
      territoire.interregional ?? null,
    ]),
    remarques: [SOURCE],
  };
}
