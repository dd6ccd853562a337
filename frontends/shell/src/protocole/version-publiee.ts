import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';

interface Version {
  publieLe: string | null;
}

/** What the house has published. While a draft is under way its last published version stands. */
export function versionPubliee<V extends Version>(
  contribution:
    | (V & { etat: 'BROUILLON' | 'VALIDEE' | 'PUBLIEE'; versionPubliee: V | null })
    | null,
): V | null {
  if (contribution === null) return null;
  return contribution.etat === 'PUBLIEE' ? contribution : contribution.versionPubliee;
}

interface TroisContributions<E, R, P> {
  contributionEtat: E;
  contributionRegion: R;
  contributionPoleEmploi: P;
}

/** The three contributions of an engagement, in the order of the houses. */
export function parMaison<E, R, P>(
  engagement: TroisContributions<E, R, P>,
): { partenaire: Partenaire; contribution: E | R | P }[] {
  const contributions: Readonly<Record<Partenaire, E | R | P>> = {
    etat: engagement.contributionEtat,
    region: engagement.contributionRegion,
    'pole-emploi': engagement.contributionPoleEmploi,
  };
  return PARTENAIRES.map((partenaire) => ({ partenaire, contribution: contributions[partenaire] }));
}
