import { lireRegistre } from '@passerelle/portal-kit';
import { MarqueDemonstration } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** The name of the portal; three bars, one per house, none above the others in meaning. */
export function Marque(): ReactNode {
  return (
    <div className="s-marque">
      <a href="/">
        <span className="s-marque__barres" aria-hidden="true">
          <span />
          <span />
          <span />
        </span>
        Passerelle
      </a>
      {lireRegistre().demonstration && <MarqueDemonstration />}
    </div>
  );
}
