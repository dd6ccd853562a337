import { lireRegistre, partenaireDuGraphe } from '@passerelle/portal-kit';
import { MarqueDemonstration, MarquePartenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { InstanceLueFragment } from '../generated/graphql.js';
import { siegesFictifs } from './sieges-fictifs.js';

type Siege = InstanceLueFragment['membresLe'][number];

/** Who sits in an instance on the day shown, the co-pilots first: functions, never names. */
export function Sieges({ instance }: { instance: InstanceLueFragment }): ReactNode {
  const { nom, regle, membresLe } = instance;
  const copilotes = membresLe.filter(({ copilote }) => copilote);
  const autres = membresLe.filter(({ copilote }) => !copilote);
  const fictifs = siegesFictifs(instance, lireRegistre().demonstration);
  return (
    <>
      <Liste sieges={copilotes} regle={regle} />
      {autres.length > 0 && (
        <details>
          <summary>
            {autres.length === 1 ? 'L’autre siège' : `Les ${autres.length} autres sièges`}
            <span className="p-hors-ecran"> : {nom}</span>
          </summary>
          <Liste sieges={autres} regle={regle} />
        </details>
      )}
      {fictifs && (
        <MarqueDemonstration>
          {regle === 'VOTE' ? 'sièges et voix de démonstration' : 'autres sièges de démonstration'}
        </MarqueDemonstration>
      )}
    </>
  );
}

function Liste({
  sieges,
  regle,
}: {
  sieges: readonly Siege[];
  regle: InstanceLueFragment['regle'];
}): ReactNode {
  return (
    <ul className="k-liste-nue">
      {sieges.map(({ fonction, organisation, partenaire, voix }) => (
        <li key={`${fonction} ${organisation}`}>
          {fonction}
          {regle === 'VOTE' && (voix ? ' (voix)' : ' (sans voix)')}
          <small className="k-detail">
            {organisation}{' '}
            {partenaire && <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />}
          </small>
        </li>
      ))}
    </ul>
  );
}
