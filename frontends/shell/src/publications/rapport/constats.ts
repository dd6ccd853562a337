import type { PastilleProps } from '@passerelle/portal-ui';
import type { Constat } from '@passerelle/publication';

type Famille = Constat['famille'];

const LIBELLES_FAMILLE: Readonly<Record<Famille, string>> = {
  responsabilite: 'Responsabilité',
  rupture: 'Ce qui casserait chez des clients',
  composition: 'Composition du graphe',
  regle: 'Règles d’écriture',
  adresse: 'Adresse du service',
  service: 'Ce que sert le service',
  module: 'Module du portail',
};

export const GRAVITES: Readonly<
  Record<Constat['gravite'], { libelle: string; ton: NonNullable<PastilleProps['ton']> }>
> = {
  REFUS: { libelle: 'refusé', ton: 'alerte' },
  AVERTISSEMENT: { libelle: 'à corriger', ton: 'attention' },
  INFORMATION: { libelle: 'à savoir', ton: 'neutre' },
};

const RANGS: Readonly<Record<Constat['gravite'], number>> = {
  REFUS: 0,
  AVERTISSEMENT: 1,
  INFORMATION: 2,
};

export interface GroupeDeConstats {
  famille: Famille;
  libelle: string;
  constats: Constat[];
}

/** Findings by family; families that refuse come first, and so do refusals within a family. */
export function parFamille(constats: readonly Constat[]): GroupeDeConstats[] {
  const groupes = new Map<Famille, Constat[]>();
  for (const constat of [...constats].sort((a, b) => RANGS[a.gravite] - RANGS[b.gravite])) {
    groupes.set(constat.famille, [...(groupes.get(constat.famille) ?? []), constat]);
  }
  return [...groupes].map(([famille, liste]) => ({
    famille,
    libelle: LIBELLES_FAMILLE[famille],
    constats: liste,
  }));
}

/** Where to look: in the schema or in the bundle. Empty when the finding has no place. */
export function situerConstat({ coordonnee, lieu, fichier }: Constat): string {
  return [
    coordonnee,
    fichier,
    lieu === undefined ? undefined : `ligne ${lieu.ligne}, colonne ${lieu.colonne}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
