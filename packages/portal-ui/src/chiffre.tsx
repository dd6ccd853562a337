import type { ReactNode } from 'react';
import { MarqueDemonstration, MarquePartenaire } from './marques.js';
import type { Partenaire } from './partenaire.js';

export interface ChiffreProps {
  libelle: ReactNode;
  /** Already formatted; null when the house gave none. */
  valeur: string | null;
  /** A figure is never shown without its owner, its method and its date. */
  partenaire: Partenaire;
  methode: string;
  arreteLe: string;
  demonstration?: boolean;
}

export function Chiffre({
  libelle,
  valeur,
  partenaire,
  methode,
  arreteLe,
  demonstration = false,
}: ChiffreProps): ReactNode {
  return (
    <div className="p-chiffre">
      <p className="p-chiffre__libelle">{libelle}</p>
      <p className="p-chiffre__valeur">{valeur ?? 'non communiqué'}</p>
      <p className="p-pied">
        <MarquePartenaire partenaire={partenaire} />. {methode} Arrêté au {arreteLe}.{' '}
        {demonstration && <MarqueDemonstration>valeur de démonstration</MarqueDemonstration>}
      </p>
    </div>
  );
}
