import { MarqueDemonstration, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import {
  type FicheLue,
  LIBELLES_ETAT_FICHE,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
} from './fiche.js';

/** Where a fiche stands, in words: status, draft, experiment and what it still owes. */
export function EtatDeFiche({
  fiche,
}: {
  fiche: Pick<
    FicheLue,
    | 'statut'
    | 'etat'
    | 'renvoyee'
    | 'experimental'
    | 'evaluationEnRetard'
    | 'issue'
    | 'demonstration'
  >;
}): ReactNode {
  return (
    <span className="k-etats">
      <Pastille>{LIBELLES_STATUT_FICHE[fiche.statut]}</Pastille>
      {fiche.etat !== 'PUBLIEE' && (
        <Pastille ton="attention">
          {fiche.renvoyee ? 'à reprendre' : LIBELLES_ETAT_FICHE[fiche.etat]}
        </Pastille>
      )}
      {fiche.experimental && <Pastille ton="neutre">expérimentale</Pastille>}
      {fiche.evaluationEnRetard && <Pastille ton="alerte">évaluation en retard</Pastille>}
      {fiche.issue && <Pastille ton="ok">{LIBELLES_ISSUE[fiche.issue]}</Pastille>}
      {fiche.demonstration && <MarqueDemonstration />}
    </span>
  );
}
