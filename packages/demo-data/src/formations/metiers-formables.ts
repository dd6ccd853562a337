import { type CodeSecteur, METIERS, type Metier, SECTEURS } from '@passerelle/reference-data';

/**
 * Beginnings of ROME codes for which no course is drawn: long studies (doctors, pharmacists,
 * rehabilitation, specialised nurses, engineers, architects), management, crews of aircraft and
 * ships, ski lifts. The offer for jobseekers trains for the other trades.
 */
const EXCLUS: readonly string[] = [
  'F1101',
  'F1106',
  'F1203',
  'H1102',
  'H1206',
  'H1302',
  'H1401',
  'H1402',
  'H1501',
  'H1502',
  'H2502',
  'J11',
  'J12',
  'J14',
  'J1502',
  'J1503',
  'J1504',
  'J1505',
  'J1507',
  'N1302',
  'N21',
  'N2202',
  'N2204',
  'N2205',
  'N3101',
  'N4402',
];

const formables = METIERS.filter(
  ({ codeRome }) => !EXCLUS.some((start) => codeRome.startsWith(start)),
);

/** Trades of each sector for which a course is drawn. */
export const METIERS_FORMABLES: ReadonlyMap<CodeSecteur, readonly Metier[]> = new Map(
  SECTEURS.map(({ code }) => [code, formables.filter(({ secteurs }) => secteurs.includes(code))]),
);
