import { hacher } from '../hasard/aleatoire.js';
import type { Taille } from '../taille.js';

/** First month of the sessions, and how many follow; each ends in January 2024. */
const DEBUTS: Readonly<Record<Taille, readonly [annee: number, mois: number]>> = {
  petite: [2023, 10],
  demonstration: [2023, 1],
  region: [2019, 1],
};
const DERNIER = [2024, 1] as const;

/** Months as « AAAA-MM », the oldest first. */
export function moisDesSeances(taille: Taille): string[] {
  const [annee, mois] = DEBUTS[taille];
  const premier = annee * 12 + mois - 1;
  const dernier = DERNIER[0] * 12 + DERNIER[1] - 1;
  return Array.from({ length: dernier - premier + 1 }, (_, index) => {
    const rang = premier + index;
    return `${Math.floor(rang / 12)}-${String((rang % 12) + 1).padStart(2, '0')}`;
  });
}

/** A working day of this month, always the same for this body. */
export function jourDeSeance(instance: string, mois: string): string {
  const jour = new Date(
    `${mois}-${String(4 + Math.floor(hacher(`${instance}|${mois}`) * 18)).padStart(2, '0')}T12:00:00Z`,
  );
  const reste = jour.getUTCDay();
  // Saturday and Sunday are put back to Monday: never beyond the 24th.
  if (reste === 6) jour.setUTCDate(jour.getUTCDate() + 2);
  if (reste === 0) jour.setUTCDate(jour.getUTCDate() + 1);
  return jour.toISOString().slice(0, 10);
}

export function plusJours(jour: string, nombre: number): string {
  const date = new Date(`${jour}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + nombre);
  return date.toISOString().slice(0, 10);
}

/** The instant of this hour (« 14:30 ») in Europe/Paris. */
export function instantAParis(jour: string, heure: string): string {
  const decalage = jour >= dernierDimanche(jour, 3) && jour < dernierDimanche(jour, 10) ? 2 : 1;
  return new Date(Date.parse(`${jour}T${heure}:00Z`) - decalage * 3_600_000).toISOString();
}

/** Clocks change on the last Sunday of March and of October. */
function dernierDimanche(jour: string, mois: 3 | 10): string {
  const fin = new Date(`${jour.slice(0, 4)}-${String(mois).padStart(2, '0')}-31T12:00:00Z`);
  fin.setUTCDate(31 - fin.getUTCDay());
  return fin.toISOString().slice(0, 10);
}
