import {
  type CibleLue,
  direPeriode,
  direValeur,
  formaterNombre,
  type ValeurLue,
} from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import { type PointDeSerie, placerSerie } from './placer-serie.js';

const LARGEUR = 640;
const HAUTEUR = 220;
const MARGE = 28;

/** Points in time, from the first value to 2028; the table below is its equal. */
export function GraphiqueSerie({
  valeurs,
  unite,
  cibles,
}: {
  valeurs: readonly ValeurLue[];
  unite: string;
  cibles: readonly CibleLue[];
}): ReactNode {
  const { points, annees, max, cibles: visees } = placerSerie(valeurs, cibles);
  if (points.length === 0) return null;
  const x = (part: number): number => MARGE + part * (LARGEUR - 2 * MARGE);
  const y = (part: number): number => HAUTEUR - MARGE - part * (HAUTEUR - 2 * MARGE);
  const cote = ({ abscisse, ordonnee }: PointDeSerie): string => `${x(abscisse)},${y(ordonnee)}`;
  return (
    <figure className="s-graphique">
      <svg viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`} aria-hidden="true">
        {annees.map(({ annee, abscisse }) => (
          <g key={annee}>
            <line
              x1={x(abscisse)}
              x2={x(abscisse)}
              y1={y(0)}
              y2={y(1)}
              className="s-graphique__jalon"
            />
            <text x={x(abscisse)} y={HAUTEUR - 8} textAnchor="middle">
              {annee}
            </text>
          </g>
        ))}
        {visees.map(({ valeur, ordonnee, de, a }) => (
          <line
            key={`${valeur}-${de}`}
            x1={x(de)}
            x2={x(a)}
            y1={y(ordonnee)}
            y2={y(ordonnee)}
            className="s-graphique__cible"
          >
            <title>{`Cible publiée : ${direValeur({ valeur, masque: false }, unite)}`}</title>
          </line>
        ))}
        <polyline points={points.map(cote).join(' ')} className="s-graphique__trait" />
        {points.map((point) => (
          <circle
            key={point.id}
            cx={x(point.abscisse)}
            cy={y(point.ordonnee)}
            r={4}
            className={point.demonstration ? 's-graphique__essai' : 's-graphique__point'}
          >
            <title>{`${direPeriode(point.periode)} : ${direValeur({ valeur: point.valeur, masque: false }, unite)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption className="p-pied">
        De 0 à {formaterNombre(max)} {unite} ; un trait par année, jusqu’à 2028, horizon des cinq
        ans du protocole. Point creux : valeur de démonstration.
        {visees.length > 0 && ' Trait interrompu : cible publiée, avec son périmètre plus bas.'}
      </figcaption>
    </figure>
  );
}
