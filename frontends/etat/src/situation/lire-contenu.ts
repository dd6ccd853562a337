/** What a house had published of an engagement when the state was frozen. */
export interface ContributionFigee {
  readonly avancement: number;
  readonly meteo: string;
  readonly commentaire: string | null;
  readonly publieLe: string | null;
}

export interface EngagementFige {
  readonly code: string;
  readonly libelle: string;
  readonly pilote: string;
  readonly echeance: string | null;
  readonly contributions: Readonly<Record<MaisonFigee, ContributionFigee | null>>;
}

export interface DecisionFigee {
  readonly id: string;
  readonly texte: string;
  readonly responsable: string;
  readonly echeance: string | null;
  readonly statut: string;
  readonly engagement: string | null;
}

export interface FicheFigee {
  readonly id: string;
  readonly titre: string;
  readonly statut: string;
  readonly fin: string | null;
  readonly engagement: string | null;
}

export interface ContenuFige {
  readonly engagements: readonly EngagementFige[];
  readonly decisions: readonly DecisionFigee[];
  /** None in an arrêté that was signed before they were part of it. */
  readonly fiches: readonly FicheFigee[];
}

export const MAISONS_FIGEES = ['Etat', 'Region', 'PoleEmploi'] as const;
export type MaisonFigee = (typeof MAISONS_FIGEES)[number];

/** @returns null when the text is not the content of a frozen state */
export function lireContenu(texte: string): ContenuFige | null {
  const contenu = objet(analyser(texte));
  const engagements = liste(contenu?.['engagements']);
  const decisions = liste(contenu?.['decisions']);
  if (engagements === null || decisions === null) return null;
  return {
    engagements: engagements.flatMap((brut) => lireEngagement(objet(brut)) ?? []),
    decisions: decisions.flatMap((brut) => lireDecision(objet(brut)) ?? []),
    fiches: (liste(contenu?.['fiches']) ?? []).flatMap((brut) => lireFiche(objet(brut)) ?? []),
  };
}

type Objet = Readonly<Record<string, unknown>>;

function lireEngagement(brut: Objet | null): EngagementFige | null {
  if (brut === null) return null;
  const contribution = (maison: MaisonFigee): ContributionFigee | null => {
    const publiee = objet(objet(brut[`contribution${maison}`])?.['versionPubliee']);
    if (publiee === null) return null;
    return {
      avancement: Number(publiee['avancement']),
      meteo: mot(publiee['meteo']) ?? '',
      commentaire: mot(publiee['commentaire']),
      publieLe: mot(publiee['publieLe']),
    };
  };
  return {
    code: mot(brut['code']) ?? '',
    libelle: mot(brut['libelle']) ?? '',
    pilote: mot(brut['pilote']) ?? '',
    echeance: mot(brut['echeance']),
    contributions: {
      Etat: contribution('Etat'),
      Region: contribution('Region'),
      PoleEmploi: contribution('PoleEmploi'),
    },
  };
}

function lireDecision(brut: Objet | null): DecisionFigee | null {
  if (brut === null) return null;
  return {
    id: mot(brut['id']) ?? '',
    texte: mot(brut['texte']) ?? '',
    responsable: mot(brut['responsable']) ?? '',
    echeance: mot(brut['echeance']),
    statut: mot(brut['statut']) ?? '',
    engagement: mot(objet(brut['engagement'])?.['code']),
  };
}

function lireFiche(brut: Objet | null): FicheFigee | null {
  if (brut === null) return null;
  return {
    id: mot(brut['id']) ?? '',
    titre: mot(brut['titre']) ?? '',
    statut: mot(brut['statut']) ?? '',
    fin: mot(brut['fin']),
    engagement: mot(objet(brut['engagement'])?.['code']),
  };
}

function analyser(texte: string): unknown {
  try {
    return JSON.parse(texte);
  } catch {
    // Not JSON: as any content of another shape.
    return null;
  }
}

function objet(valeur: unknown): Objet | null {
  return typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
    ? Object.fromEntries(Object.entries(valeur))
    : null;
}

const liste = (valeur: unknown): readonly unknown[] | null =>
  Array.isArray(valeur) ? valeur : null;

const mot = (valeur: unknown): string | null => (typeof valeur === 'string' ? valeur : null);
