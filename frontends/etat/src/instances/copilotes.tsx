import { partenaireDuGraphe } from '@passerelle/portal-kit';
import { MarquePartenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { InstanceLueFragment } from '../generated/graphql.js';

/** Who co-leads an instance: functions, never names. */
export function Copilotes({
  copilotes,
}: {
  copilotes: InstanceLueFragment['copilotes'];
}): ReactNode {
  return (
    <ul className="k-liste-nue">
      {copilotes.map(({ fonction, organisation, partenaire }) => (
        <li key={`${fonction} ${organisation}`}>
          {fonction}
          <small className="k-detail">
            {organisation}{' '}
            {partenaire && <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />}
          </small>
        </li>
      ))}
    </ul>
  );
}
