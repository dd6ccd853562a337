import { MarqueDemonstration, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { type FicheLue, LIBELLES_ISSUE, LIBELLES_STATUT_FICHE } from './fiche.js';

/** Where a fiche stands, in words: status, draft, experiment and what it still owes. */
export function EtatDeFiche({
  fiche,
}: {
  fiche: Pick<
    FicheLue,
    'statut' | 'etat' | 'experimental' | 'evaluationEnRetard' | 'issue' | 'demonstration'
  >;
}): ReactNode {
  return (
    <span className="k-etats">
      <Pastille>{LIBELLES_STATUT_FICHE[fiche.statut]}</Pastille>
      {fiche.etat === 'BROUILLON' && <Pastille ton="attention">brouillon</Pastille>}
      {fiche.experimental && <Pastille ton="neutre">expérimentale</Pastille>}
      {fiche.evaluationEnRetard && <Pastille ton="alerte">évaluation en retard</Pastille>}
      {fiche.issue && <Pastille ton="ok">{LIBELLES_ISSUE[fiche.issue]}</Pastille>}
      {fiche.demonstration && <MarqueDemonstration />}
    </span>
  );
}
