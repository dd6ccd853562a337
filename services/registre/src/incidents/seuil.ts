/** From when a module is taken back by itself. */
export interface Seuil {
  /** Below so many mounts, nothing is known. */
  readonly montages: number;
  readonly erreurs: number;
  /** Errors for a hundred mounts. */
  readonly pourcent: number;
  /** Distinct agents for whom it failed: fewer could be one who invents. */
  readonly agents: number;
  /** Window over which they are counted. */
  readonly minutes: number;
}

/** A module that has been live longer is its team's affair: what has changed is elsewhere. */
const RECENT_MS = 24 * 60 * 60 * 1000;

export interface Chiffres {
  readonly montages: number;
  readonly erreurs: number;
  readonly agents: number;
}

export function depasse({ montages, erreurs, agents }: Chiffres, seuil: Seuil): boolean {
  return (
    montages >= seuil.montages &&
    erreurs >= seuil.erreurs &&
    erreurs * 100 >= montages * seuil.pourcent &&
    agents >= seuil.agents
  );
}

export function estRecent(publieLe: string, maintenant: Date): boolean {
  return maintenant.getTime() - Date.parse(publieLe) < RECENT_MS;
}

/** « 6 erreurs pour 40 affichages en 10 minutes (15 %) : TypeError 5, RangeError 1. » */
export function raisonOf(
  { montages, erreurs }: Pick<Chiffres, 'montages' | 'erreurs'>,
  { minutes }: Seuil,
  genres: Readonly<Record<string, number>>,
): string {
  const taux = Math.round((erreurs / montages) * 100);
  const noms = Object.entries(genres).map(([genre, nombre]) => `${genre} ${nombre}`);
  const suite = noms.length === 0 ? '' : ` : ${noms.join(', ')}`;
  return `${erreurs} erreurs pour ${montages} affichages en ${minutes} minutes (${taux} %)${suite}.`;
}
