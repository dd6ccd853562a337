export type Duree = '30' | '90' | '365' | 'sans';

export const DUREES: readonly { valeur: Duree; libelle: string }[] = [
  { valeur: '30', libelle: '30 jours' },
  { valeur: '90', libelle: '90 jours' },
  { valeur: '365', libelle: 'Un an' },
  { valeur: 'sans', libelle: 'Jusqu’à sa révocation' },
];

const JOUR_MS = 86_400_000;

/** Instant at which a token made now would end; null: never by itself. */
export function expiration(duree: Duree, maintenant: Date): string | null {
  return duree === 'sans'
    ? null
    : new Date(maintenant.getTime() + Number(duree) * JOUR_MS).toISOString();
}
