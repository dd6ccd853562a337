import { empreinteCanonique } from '../protocole/empreinte.js';
import type { PresenceDemonstration } from './seance-demonstration.js';

// What a validation covers, as its hash. Houses are written by the value of the graph's enum, so
// that a hash is the same from first data and from a running service.

/** A house in either writing. */
type Maison = 'etat' | 'region' | 'pole-emploi' | 'ETAT' | 'REGION' | 'POLE_EMPLOI';

export function symboleDeMaison(maison: Maison): 'ETAT' | 'REGION' | 'POLE_EMPLOI' {
  switch (maison) {
    case 'etat':
    case 'ETAT':
      return 'ETAT';
    case 'region':
    case 'REGION':
      return 'REGION';
    case 'pole-emploi':
    case 'POLE_EMPLOI':
      return 'POLE_EMPLOI';
  }
}

/** @param points - in their order, which is part of what is agreed */
export function empreinteOrdreDuJour(
  points: readonly {
    readonly id: string;
    readonly titre: string;
    readonly duree: number | null;
    readonly partenaire: Maison;
  }[],
): string {
  return empreinteCanonique({
    points: points.map(({ id, titre, duree, partenaire }) => ({
      id,
      titre,
      duree,
      partenaire: symboleDeMaison(partenaire),
    })),
  });
}

export function empreinteDecision(decision: {
  readonly id: string;
  readonly texte: string;
  readonly responsable: Maison;
  readonly fonctionResponsable: string | null;
  readonly echeance: string | null;
  readonly engagement: string | null;
  readonly sujets: readonly string[];
}): string {
  const { id, texte, fonctionResponsable, echeance, engagement } = decision;
  return empreinteCanonique({
    id,
    texte,
    responsable: symboleDeMaison(decision.responsable),
    fonctionResponsable,
    echeance,
    engagement,
    sujets: [...decision.sujets].sort(),
  });
}

/** Of the minutes with who was there and what was decided: none of the three moves without it. */
export function empreinteReleve(releve: {
  readonly seance: string;
  readonly texte: string;
  readonly presences: readonly (Pick<
    PresenceDemonstration,
    'fonction' | 'organisation' | 'present' | 'signataire'
  > & { readonly partenaire: Maison | null })[];
  /** Neither cancelled nor rejected ones are left out: their text is part of the minutes. */
  readonly decisions: readonly { readonly id: string; readonly empreinte: string }[];
}): string {
  return empreinteCanonique({
    seance: releve.seance,
    texte: releve.texte,
    presences: releve.presences.map(
      ({ fonction, organisation, partenaire, present, signataire }) => ({
        fonction,
        organisation,
        partenaire: partenaire && symboleDeMaison(partenaire),
        present,
        signataire,
      }),
    ),
    decisions: releve.decisions
      .map(({ id, empreinte }) => ({ id, empreinte }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
}
