import { formaterNombre } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import type { ClasseDeValeurs } from './classes-de-valeurs.js';
import { Motifs, motifDe } from './motifs.js';

/** What each shade and pattern means, how the classes were cut, and what is not shown. */
export function LegendeDeCarte({
  classes,
  unite,
  masques,
  absents,
}: {
  classes: readonly ClasseDeValeurs[];
  unite: string;
  /** Number of territories whose value is hidden, and of those that have none. */
  masques: number;
  absents: number;
}): ReactNode {
  return (
    <>
      <ul className="s-legende" aria-label="Légende de la carte">
        {classes.map(({ rang, min, max }) => (
          <li key={rang}>
            <Case classe={`p-teinte-${rang}`} motif={motifDe(rang)} />
            Classe {rang} :{' '}
            {min === max
              ? formaterNombre(min)
              : `de ${formaterNombre(min)} à ${formaterNombre(max)}`}{' '}
            {unite}
          </li>
        ))}
        {masques > 0 && (
          <li>
            <Case classe="p-sans-valeur" motif={motifDe('masque')} />
            Masqué ({masques})
          </li>
        )}
        {absents > 0 && (
          <li>
            <Case classe="p-sans-valeur" motif={motifDe('absent')} />
            Sans valeur ({absents})
          </li>
        )}
      </ul>
      <p className="p-pied">
        Classes : des quantiles, {classes.length} groupes d’à peu près autant de territoires, de la
        plus petite valeur montrée à la plus grande ; deux valeurs égales sont dans la même. La même
        échelle vaut pour toute la carte, et pour cette période seulement.
      </p>
    </>
  );
}

function Case({ classe, motif }: { classe: string; motif: string }): ReactNode {
  return (
    <svg className="s-legende__case" viewBox="0 0 20 14" aria-hidden="true">
      <Motifs />
      <rect width={20} height={14} className={classe} />
      <rect width={20} height={14} fill={motif} />
    </svg>
  );
}
