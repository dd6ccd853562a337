export type Meteo = 'SOLEIL' | 'COUVERT' | 'NUAGE' | 'ORAGE';
export type Ton = 'neutre' | 'ok' | 'attention' | 'alerte';

/** The four words of the météo, from the most serene to the most at risk. */
export const METEOS: readonly Meteo[] = ['SOLEIL', 'COUVERT', 'NUAGE', 'ORAGE'];

export const LIBELLES_METEO: Readonly<Record<Meteo, string>> = {
  SOLEIL: 'sur la route',
  COUVERT: 'à surveiller',
  NUAGE: 'appuis nécessaires',
  ORAGE: 'compromis',
};

export const TONS_METEO: Readonly<Record<Meteo, Ton>> = {
  SOLEIL: 'ok',
  COUVERT: 'attention',
  NUAGE: 'attention',
  ORAGE: 'alerte',
};
