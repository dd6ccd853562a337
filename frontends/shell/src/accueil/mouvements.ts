import type { Meteo, Partenaire } from '@passerelle/portal-ui';
import type { MouvementsRecentsQuery } from '../generated/graphql.js';
import { parMaison, versionPubliee } from '../protocole/version-publiee.js';

/** A publication, as the home page tells it. */
export interface MouvementRecent {
  code: string;
  libelle: string;
  partenaire: Partenaire;
  avancement: number;
  meteo: Meteo;
  commentaire: string | null;
  publieLe: string;
  demonstration: boolean;
}

type EngagementLu = NonNullable<MouvementsRecentsQuery['engagements']>[number];

/** Last publications of the houses, the newest first. */
export function mouvementsRecents(engagements: readonly EngagementLu[]): MouvementRecent[] {
  return engagements
    .flatMap((engagement) =>
      parMaison(engagement).flatMap(({ partenaire, contribution }): MouvementRecent[] => {
        const publiee = versionPubliee(contribution);
        if (publiee === null || publiee.publieLe === null) return [];
        const { avancement, meteo, commentaire, publieLe, demonstration } = publiee;
        const { code, libelle } = engagement;
        return [
          { code, libelle, partenaire, avancement, meteo, commentaire, publieLe, demonstration },
        ];
      }),
    )
    .sort((a, b) => Date.parse(b.publieLe) - Date.parse(a.publieLe));
}

/** How many were published since the reader last came; null on a first visit. */
export function nombreDepuis(
  mouvements: readonly MouvementRecent[],
  visite: Date | null,
): number | null {
  if (visite === null) return null;
  return mouvements.filter(({ publieLe }) => Date.parse(publieLe) > visite.getTime()).length;
}
