import type { Partenaire } from '@passerelle/portal-ui';
import type { MouvementsRecentsQuery } from '../generated/graphql.js';
import { JOURS_SANS_MOUVEMENT } from '../protocole/suivi.js';
import { parMaison, versionPubliee } from '../protocole/version-publiee.js';

export interface ContributionPerimee {
  code: string;
  libelle: string;
  /** Instant of the last publication; null when there never was one. */
  publieLe: string | null;
}

type EngagementLu = NonNullable<MouvementsRecentsQuery['engagements']>[number];

/** Contributions of one house that have said nothing new for thirty days, the oldest first. */
export function contributionsPerimees(
  engagements: readonly EngagementLu[],
  maison: Partenaire,
  le: Date,
): ContributionPerimee[] {
  const limite = le.getTime() - JOURS_SANS_MOUVEMENT * 86_400_000;
  return engagements
    .map((engagement): ContributionPerimee => {
      const sienne = parMaison(engagement).find(({ partenaire }) => partenaire === maison);
      const publiee = sienne ? versionPubliee(sienne.contribution) : null;
      const { code, libelle } = engagement;
      return { code, libelle, publieLe: publiee?.publieLe ?? null };
    })
    .filter(({ publieLe }) => publieLe === null || Date.parse(publieLe) < limite)
    .sort((a, b) => (a.publieLe ?? '').localeCompare(b.publieLe ?? ''));
}
