import { formaterNombre, formaterPeriode } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import type { FormationLue } from './page-formations.js';

/** The next open sessions of a course, with their dates and places. */
export function Sessions({ formation: { sessions } }: { formation: FormationLue }): ReactNode {
  if (sessions.nodes.length === 0) return 'aucune';
  return (
    <ul className="k-liste-nue">
      {sessions.nodes.map((session) => (
        <li key={session.numeroSession}>
          {formaterPeriode(session.debut, session.fin)}
          <small className="k-detail">
            {formaterNombre(session.placesRestantes)} sur {formaterNombre(session.places)} places
            restantes
          </small>
        </li>
      ))}
      {sessions.pageInfo.hasNextPage && <li className="k-detail">et d’autres plus tard</li>}
    </ul>
  );
}
