import type { Partenaire } from '@passerelle/portal-ui';
import type { GenreTrouvaille, RechercherPartoutQuery } from '../generated/graphql.js';

export interface Trouvaille {
  genre: GenreTrouvaille;
  titre: string;
  sousTitre: string | null;
  chemin: string;
  /** The house that answered. */
  partenaire: Partenaire;
}

export interface GroupeDeTrouvailles {
  titre: string;
  trouvailles: Trouvaille[];
}

/** Groups in the order in which staff look for them. */
const GENRES: readonly (readonly [GenreTrouvaille, string])[] = [
  ['ENGAGEMENT', 'Engagements'],
  ['TERRITOIRE', 'Territoires'],
  ['SEANCE', 'Séances'],
  ['DECISION', 'Décisions'],
  ['INSTANCE', 'Instances'],
  ['FICHE', 'Fiches action'],
  ['INDICATEUR', 'Indicateurs'],
  ['ORGANISATION', 'Annuaire'],
  ['FORMATION', 'Formations'],
  ['METIER', 'Métiers'],
  ['JALON', 'Frise'],
  ['DOCUMENT', 'Documents'],
];

const CHAMPS = {
  etat: 'rechercherEtat',
  region: 'rechercherRegion',
  'pole-emploi': 'rechercherPoleEmploi',
} as const satisfies Record<Partenaire, keyof RechercherPartoutQuery>;

/** What the three houses answered; a house that did not answer gives nothing. */
export function trouvaillesDe(donnees: RechercherPartoutQuery | undefined): Trouvaille[] {
  if (donnees === undefined) return [];
  return (['etat', 'region', 'pole-emploi'] as const).flatMap((partenaire) =>
    (donnees[CHAMPS[partenaire]] ?? []).map(({ genre, titre, sousTitre, chemin }) => ({
      genre,
      titre,
      sousTitre,
      chemin,
      partenaire,
    })),
  );
}

/**
 * By kind, each page once: two houses that know the same thing point to the same page.
 *
 * @param connues - found otherwise (the common text, the territories), which come first
 */
export function grouper(
  connues: readonly Trouvaille[],
  trouvees: readonly Trouvaille[],
): GroupeDeTrouvailles[] {
  const vus = new Set<string>();
  const uniques = [...connues, ...trouvees].filter(({ genre, titre, chemin }) => {
    const cle = `${genre} ${chemin} ${genre === 'METIER' ? titre : ''}`;
    if (vus.has(cle)) return false;
    vus.add(cle);
    return true;
  });
  const parGenre = Map.groupBy(uniques, ({ genre }) => genre);
  return GENRES.flatMap(([genre, titre]) => {
    const trouvailles = parGenre.get(genre);
    return trouvailles ? [{ titre, trouvailles }] : [];
  });
}
