import type { Canal } from '@passerelle/publication';
import { parmi, type Source } from './source.js';

/** Where everybody works comes first. */
export const CANAUX: readonly Canal[] = ['production', 'recette'];

export const LIBELLES_CANAL: Readonly<Record<Canal, string>> = {
  production: 'Production',
  recette: 'Recette',
};

export function lireCanal(source: Source): Canal {
  return parmi(source, 'canal', CANAUX);
}

/** The channel of an address; production unless the address says otherwise. */
export function canalDe(recherche: URLSearchParams): Canal {
  return recherche.get('canal') === 'recette' ? 'recette' : 'production';
}
