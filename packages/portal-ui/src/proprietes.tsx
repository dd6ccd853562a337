import type { ReactNode } from 'react';

export interface Propriete {
  nom: string;
  valeur: ReactNode;
}

/** Names and values, one pair a line; a long value breaks rather than overflows. */
export function Proprietes({ elements }: { elements: readonly Propriete[] }): ReactNode {
  return (
    <dl className="p-proprietes">
      {elements.map(({ nom, valeur }) => (
        <div key={nom}>
          <dt>{nom}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  );
}
