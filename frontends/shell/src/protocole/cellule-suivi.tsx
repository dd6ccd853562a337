import { Jauge, type Partenaire, PastilleMeteo } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Suivi } from './suivi.js';

/** One house's progress on one engagement, in a cell. */
export function CelluleSuivi({
  partenaire,
  suivi,
}: {
  partenaire: Partenaire;
  suivi: Suivi;
}): ReactNode {
  if (suivi.nature === 'indisponible') return <span className="s-absent">ne répond pas</span>;
  if (suivi.nature === 'illisible') return <span className="s-absent">non lu</span>;
  return (
    <span className="s-suivi">
      {suivi.nature === 'publie' ? (
        <>
          <strong>{suivi.avancement} %</strong>
          <Jauge valeur={suivi.avancement} partenaire={partenaire} />
          <PastilleMeteo meteo={suivi.meteo} discrete />
        </>
      ) : (
        <span className="s-absent">rien de publié</span>
      )}
      {suivi.enPreparation && <small>mise à jour en préparation</small>}
    </span>
  );
}
