/** The session of this body that day; the second of a day is `b`, and so on. */
export function seanceId(instance: string, jour: string, rang: number): string {
  return `${instance}:${jour}${suffixe(rang)}`;
}

export function decisionId(seance: string, numero: number): string {
  return `${seance}:${numero}`;
}

/** A body does not meet twenty-six times in a day. */
export const SEANCES_PAR_JOUR = 26;

function suffixe(rang: number): string {
  return rang <= 1 ? '' : String.fromCharCode('a'.charCodeAt(0) + rang - 1);
}
