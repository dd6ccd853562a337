import { Pastille } from '@passerelle/portal-ui';
import type { Changement } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { LIBELLES_SENS, parSens } from './changements.js';

/** Coordinates that clients see change: taken away, modified, added. */
export function ListeChangements({
  changements,
}: {
  changements: readonly Changement[];
}): ReactNode {
  return parSens(changements).map((groupe) => (
    <div key={groupe.sens} className="s-changements">
      <p>
        <strong>
          {LIBELLES_SENS[groupe.sens]} ({groupe.changements.length})
        </strong>
      </p>
      <ul>
        {groupe.changements.map(({ code, coordonnee, severite, message }) => (
          <li key={`${code} ${coordonnee}`}>
            <code>{coordonnee}</code>{' '}
            {severite === 'CASSANT' && <Pastille ton="attention">cassant</Pastille>}
            <span className="s-detail">{message}</span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
