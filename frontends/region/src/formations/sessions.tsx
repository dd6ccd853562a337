import { formaterNombre, formaterPeriode } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import type { FormationLue } from './formation-lue.js';

/** The next open sessions of a course, with their dates and places. */
export function Sessions({ formation: { sessions } }: { formation: FormationLue }): ReactNode {
  if (sessions.nodes.length === 0) return <span className="k-code">aucune</span>;
  return (
    <ul className="k-liste-nue r-sessions">
      {sessions.nodes.map((session) => (
        <li key={session.numeroSession}>
          {formaterPeriode(session.debut, session.fin)}
          <small className="k-detail">
            {placesEnMots(session.placesRestantes)} sur {formaterNombre(session.places)}
          </small>
        </li>
      ))}
      {sessions.pageInfo.hasNextPage && <li className="k-detail">D’autres sessions suivent.</li>}
    </ul>
  );
}

function placesEnMots(nombre: number): string {
  return `${formaterNombre(nombre)} ${nombre > 1 ? 'places restantes' : 'place restante'}`;
}
