import type { ErreurLisible } from '@passerelle/portal-kit';
import { EtatErreur } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

/** An error of the graph as a reader can act on it. */
export function LectureImpossible({
  erreur,
  relancer,
}: {
  erreur: ErreurLisible;
  relancer: () => void;
}): ReactNode {
  return (
    <EtatErreur
      titre={erreur.titre}
      message={erreur.message}
      reference={erreur.reference ?? undefined}
      onReessayer={erreur.reessayable ? relancer : undefined}
    />
  );
}
