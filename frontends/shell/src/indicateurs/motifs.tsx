import type { ReactNode } from 'react';

type Sorte = number | 'masque' | 'absent';

/** Denser with the class: what shades say to some eyes, patterns say to all. */
const TRAITS: Readonly<Record<number, readonly string[]>> = {
  2: ['M0 8L8 0'],
  3: ['M0 8L8 0', 'M0 0L8 8'],
  4: ['M0 2H8', 'M0 6H8'],
  5: ['M0 2H8', 'M0 6H8', 'M2 0V8', 'M6 0V8'],
};

/** Fill of a class; the first class has none. */
export function motifDe(sorte: Sorte): string {
  if (sorte === 1 || sorte === 'absent') return 'transparent';
  return `url(#motif-${sorte})`;
}

/** Patterns of the classes, and dots for what is hidden: not the same as what is missing. */
export function Motifs(): ReactNode {
  return (
    <defs>
      {Object.entries(TRAITS).map(([classe, traits]) => (
        <pattern
          key={classe}
          id={`motif-${classe}`}
          width={8}
          height={8}
          patternUnits="userSpaceOnUse"
        >
          {traits.map((trait) => (
            <path key={trait} d={trait} className="s-motif__trait" />
          ))}
        </pattern>
      ))}
      <pattern id="motif-masque" width={8} height={8} patternUnits="userSpaceOnUse">
        <circle cx={4} cy={4} r={1.6} className="s-motif__point" />
      </pattern>
    </defs>
  );
}
