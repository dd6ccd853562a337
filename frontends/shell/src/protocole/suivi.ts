import type { Meteo, Partenaire } from '@passerelle/portal-ui';

/** What a house shows on an engagement, seen from the protocol. */
export type Suivi =
  | { nature: 'publie'; avancement: number; meteo: Meteo; publieLe: string; enPreparation: boolean }
  | { nature: 'rien'; enPreparation: boolean }
  /** The house does not answer: nothing can be said of its progress. */
  | { nature: 'indisponible' }
  /** The house is there, but its answer could not be read. */
  | { nature: 'illisible' };

export interface LigneDeSuivi {
  code: string;
  numero: number;
  libelle: string;
  texteOfficiel: boolean;
  enjeu: number;
  pilote: Partenaire;
  copilotes: readonly Partenaire[];
  echeance: string | null;
  /** Last civil day of one that an avenant withdrew. */
  retireLe: string | null;
  suivis: Readonly<Record<Partenaire, Suivi>>;
}

/** @param jour - civil day; the one on which an avenant withdraws it is its last */
export function estEnVigueur({ retireLe }: LigneDeSuivi, jour: string): boolean {
  return retireLe === null || retireLe >= jour;
}

export const JOURS_SANS_MOUVEMENT = 30;
const JOUR_MS = 86_400_000;

/** Instant of the last publication among these houses; null when there was none. */
export function dernierMouvement(
  ligne: LigneDeSuivi,
  maisons: readonly Partenaire[],
): string | null {
  let dernier: string | null = null;
  for (const maison of maisons) {
    const suivi = ligne.suivis[maison];
    if (suivi.nature !== 'publie') continue;
    if (dernier === null || Date.parse(suivi.publieLe) > Date.parse(dernier)) {
      dernier = suivi.publieLe;
    }
  }
  return dernier;
}

function estLu({ nature }: Suivi): boolean {
  return nature === 'publie' || nature === 'rien';
}

/** Whether each of these houses answered: what is not read can't be said not to have moved. */
export function estLuEnEntier(ligne: LigneDeSuivi, maisons: readonly Partenaire[]): boolean {
  return maisons.every((maison) => estLu(ligne.suivis[maison]));
}

/** The houses that are there, and of which some line could not be read. */
export function maisonsIllisibles(
  lignes: readonly LigneDeSuivi[],
  maisons: readonly Partenaire[],
): Partenaire[] {
  return maisons.filter((maison) =>
    lignes.some((ligne) => ligne.suivis[maison].nature === 'illisible'),
  );
}

/**
 * What has not moved first: never published, then the oldest publication, then the number of the
 * engagement; last, those of which nothing could be read. Nothing here compares one house with
 * another.
 */
export function trierParImmobilite(
  lignes: readonly LigneDeSuivi[],
  maisons: readonly Partenaire[],
): LigneDeSuivi[] {
  const rang = (ligne: LigneDeSuivi): number => {
    const dernier = dernierMouvement(ligne, maisons);
    if (dernier !== null) return Date.parse(dernier);
    return estLuEnEntier(ligne, maisons) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  };
  return [...lignes].sort((a, b) => {
    const [ra, rb] = [rang(a), rang(b)];
    return ra === rb ? a.numero - b.numero : ra < rb ? -1 : 1;
  });
}

export type Immobilite = { jours: number | null } | null;

/**
 * Whether nothing moved for a month, and since when.
 *
 * @param aujourdhui - date the data was closed at, or now
 * @returns null when something moved, or when a house that may have moved could not be read;
 * `jours: null` when nothing was ever published
 */
export function immobilite(
  ligne: LigneDeSuivi,
  maisons: readonly Partenaire[],
  aujourdhui: Date,
): Immobilite {
  // Nobody is late on what was withdrawn.
  if (ligne.retireLe !== null && new Date(ligne.retireLe) < aujourdhui) return null;
  if (!estLuEnEntier(ligne, maisons)) return null;
  const dernier = dernierMouvement(ligne, maisons);
  if (dernier === null) return { jours: null };
  const jours = Math.floor((aujourdhui.getTime() - Date.parse(dernier)) / JOUR_MS);
  return jours >= JOURS_SANS_MOUVEMENT ? { jours } : null;
}
