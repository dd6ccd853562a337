import { direValeur, type ValeurSurLaCarte } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import type { Contours } from './contours.js';
import { Motifs, motifDe } from './motifs.js';

/**
 * Outlines in shades and patterns. The table below says the same, and leads to each territory:
 * nobody needs to see the map.
 */
export function CarteDesContours({
  contours,
  valeurs,
  classeDe,
}: {
  contours: Contours;
  valeurs: readonly ValeurSurLaCarte[];
  classeDe: (valeur: ValeurSurLaCarte) => number | null;
}): ReactNode {
  const parCode = new Map(valeurs.map((valeur) => [valeur.territoire.code, valeur]));
  return (
    <svg
      className="s-contours__carte"
      viewBox={`0 0 ${contours.largeur} ${contours.hauteur}`}
      aria-hidden="true"
    >
      <Motifs />
      {contours.contours.map(({ code, nom, trace }) => {
        const valeur = parCode.get(code);
        const classe = valeur === undefined ? null : classeDe(valeur);
        const dite = valeur === undefined ? null : direValeur(valeur, '');
        return (
          <g key={code}>
            <path d={trace} className={classe === null ? 'p-sans-valeur' : `p-teinte-${classe}`} />
            <path
              d={trace}
              className="s-motif"
              fill={motifDe(classe ?? (valeur?.masque ? 'masque' : 'absent'))}
            >
              <title>{`${nom} : ${dite?.trim() ?? 'non communiqué'}`}</title>
            </path>
          </g>
        );
      })}
    </svg>
  );
}
