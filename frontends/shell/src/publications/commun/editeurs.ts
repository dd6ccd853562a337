import { nomPartenaire, phrasesPartenaire } from '@passerelle/portal-kit';
import { estPartenaire, PARTENAIRES } from '@passerelle/portal-ui';

const COMMUN = 'commun';

/** Name of whoever publishes: a house, the common team, or a partner that this page does not know. */
export function nomEditeur(code: string): string {
  if (estPartenaire(code)) return nomPartenaire(code);
  return code === COMMUN ? 'Équipe commune' : code;
}

/** « de la Région », « de l’équipe commune du portail ». */
export function deEditeur(code: string): string {
  if (estPartenaire(code)) return phrasesPartenaire(code).de;
  return code === COMMUN ? 'de l’équipe commune du portail' : `de « ${code} »`;
}

/** « La Région », to begin a sentence. */
export function sujetEditeur(code: string): string {
  if (estPartenaire(code)) return phrasesPartenaire(code).sujet;
  return code === COMMUN ? 'L’équipe commune du portail' : `« ${code} »`;
}

/** Houses in the order of the signatures, then those that came later, by code. */
export function dansLOrdre<T>(elements: readonly T[], codeDe: (element: T) => string): T[] {
  const rang = (code: string): number => {
    const place = estPartenaire(code) ? PARTENAIRES.indexOf(code) : -1;
    return place === -1 ? PARTENAIRES.length : place;
  };
  return [...elements].sort((a, b) => {
    const [codeA, codeB] = [codeDe(a), codeDe(b)];
    return rang(codeA) - rang(codeB) || codeA.localeCompare(codeB, 'fr');
  });
}

/** Choices of a filter by publisher. */
export const EDITEURS: readonly string[] = [...PARTENAIRES, COMMUN];
