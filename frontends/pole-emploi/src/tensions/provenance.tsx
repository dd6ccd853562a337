import { formaterDate } from '@passerelle/portal-kit';
import { MarqueDemonstration } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Provenance } from './source-commune.js';

/** Said once above a list whose rows all come from the same place. */
export function ProvenanceDeLaListe({ provenance }: { provenance: Provenance }): ReactNode {
  const { annee, source, arreteLe, demonstration } = provenance;
  return (
    <p className="pe-provenance">
      Année {annee}. {source}, arrêté au {formaterDate(arreteLe)}.{' '}
      {demonstration && <MarqueDemonstration>valeurs de démonstration</MarqueDemonstration>}
    </p>
  );
}
