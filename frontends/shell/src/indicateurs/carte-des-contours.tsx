import type { ReactNode } from 'react';
import type { Contours } from './contours.js';

/** Outlines in shades. The table below says the same: nobody needs to see the map. */
export function CarteDesContours({
  contours,
  classeDuCode,
}: {
  contours: Contours;
  classeDuCode: (code: string) => number | null;
}): ReactNode {
  return (
    <svg
      className="s-contours__carte"
      viewBox={`0 0 ${contours.largeur} ${contours.hauteur}`}
      aria-hidden="true"
    >
      {contours.contours.map(({ code, nom, trace }) => {
        const classe = classeDuCode(code);
        return (
          <path
            key={code}
            d={trace}
            className={classe === null ? 'p-sans-valeur' : `p-teinte-${classe}`}
          >
            <title>{nom}</title>
          </path>
        );
      })}
    </svg>
  );
}
