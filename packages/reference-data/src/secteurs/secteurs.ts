import { naf } from '../naf/naf.js';

export type CodeSecteur = 'INDUSTRIE' | 'TRANSPORT' | 'LOGISTIQUE' | 'SANTE' | 'BTP';

/** A sector in tension: what it covers among trades (ROME) and among activities (NAF rév. 2). */
export interface Secteur {
  readonly code: CodeSecteur;
  readonly libelle: string;
  /** Beginnings of ROME codes. */
  readonly rome: readonly string[];
  /** Divisions of the NAF rév. 2, first and last included. */
  readonly naf: readonly [premiere: number, derniere: number];
}

/**
 * The five sectors that the press release of 9 June 2023 names (« industrie, transport, logistique,
 * santé, BTP, etc. »). The cut in ROME and NAF codes is ours: one trade or activity, one sector.
 */
export const SECTEURS: readonly Secteur[] = [
  { code: 'INDUSTRIE', libelle: 'Industrie', rome: ['H'], naf: [10, 33] },
  { code: 'TRANSPORT', libelle: 'Transport', rome: ['N2', 'N3', 'N4'], naf: [49, 51] },
  { code: 'LOGISTIQUE', libelle: 'Logistique', rome: ['N1'], naf: [52, 52] },
  { code: 'SANTE', libelle: 'Santé', rome: ['J'], naf: [86, 88] },
  { code: 'BTP', libelle: 'Bâtiment et travaux publics', rome: ['F'], naf: [41, 43] },
];

/** Sector of a trade; null for a trade of another sector or a code that is not a ROME code. */
export function secteurOfRome(codeRome: string): CodeSecteur | null {
  if (!/^[A-N]\d{4}$/.test(codeRome)) return null;
  return (
    SECTEURS.find(({ rome }) => rome.some((start) => codeRome.startsWith(start)))?.code ?? null
  );
}

/** Sector of an activity of the NAF rév. 2; null for another sector or an unknown code. */
export function secteurOfNaf(codeNaf: string): CodeSecteur | null {
  const activite = naf(codeNaf);
  if (!activite) return null;
  const division = Number(activite.code.slice(0, 2));
  return (
    SECTEURS.find(({ naf: [premiere, derniere] }) => division >= premiere && division <= derniere)
      ?.code ?? null
  );
}
