import { deNom, type Maille } from '@passerelle/portal-kit';

interface MotsMaille {
  singulier: string;
  pluriel: string;
}

export const LIBELLES_MAILLE: Readonly<Record<Maille, MotsMaille>> = {
  REGION: { singulier: 'région', pluriel: 'régions' },
  DEPARTEMENT: { singulier: 'département', pluriel: 'départements' },
  ARRONDISSEMENT: { singulier: 'arrondissement', pluriel: 'arrondissements' },
  EPCI: { singulier: 'EPCI', pluriel: 'EPCI' },
  COMMUNE: { singulier: 'commune', pluriel: 'communes' },
};

/** From the largest to the smallest. */
export const MAILLES: readonly Maille[] = [
  'REGION',
  'DEPARTEMENT',
  'ARRONDISSEMENT',
  'EPCI',
  'COMMUNE',
];

/** Meshes in which a territory of this one is cut. */
export const MAILLES_ENFANTS: Readonly<Record<Maille, readonly Maille[]>> = {
  REGION: ['DEPARTEMENT', 'ARRONDISSEMENT', 'EPCI', 'COMMUNE'],
  DEPARTEMENT: ['ARRONDISSEMENT', 'EPCI', 'COMMUNE'],
  ARRONDISSEMENT: ['COMMUNE', 'EPCI'],
  EPCI: ['COMMUNE'],
  COMMUNE: [],
};

export function estMaille(texte: string): texte is Maille {
  return Object.hasOwn(LIBELLES_MAILLE, texte);
}

interface Situe {
  maille: Maille;
  parents: readonly { maille: Maille; nom: string }[];
}

/**
 * « commune, arrondissement de Valenciennes, Nord » : what tells two communes of the same name
 * apart.
 */
export function situer({ maille, parents }: Situe): string {
  const arrondissement = parents.find((parent) => parent.maille === 'ARRONDISSEMENT');
  const departement = parents.find((parent) => parent.maille === 'DEPARTEMENT');
  const nature = LIBELLES_MAILLE[maille].singulier;
  const lieux =
    maille === 'COMMUNE' && arrondissement
      ? [`arrondissement ${deNom(arrondissement.nom)}`, departement?.nom]
      : [departement?.nom];
  return [nature, ...lieux].filter((lieu) => lieu !== undefined).join(', ');
}
