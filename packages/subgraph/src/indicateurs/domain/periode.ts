/** A civil period as sources name it: `2022`, `2023-T3`, `2023-10`. */
export interface Periode {
  readonly code: string;
  /** First and last civil day, both included. */
  readonly debut: string;
  readonly fin: string;
}

const ANNEE = /^(\d{4})$/;
const TRIMESTRE = /^(\d{4})[-\s]?[TQ]([1-4])$/i;
const TRIMESTRE_INVERSE = /^[TQ]([1-4])[-_\s]?(\d{4})$/i;
const MOIS = /^(\d{4})-?(0[1-9]|1[0-2])$/;

/**
 * Reads a period in any of the ways in which INSEE and the operator write it: `2022`, `2023-T3`,
 * `T3_2023`, `2023Q3`, `2023-10`, `202310`.
 *
 * @returns null for anything else, and outside 1975–2100
 */
export function parsePeriode(texte: string): Periode | null {
  const net = texte.trim();
  const annee = ANNEE.exec(net);
  if (annee) return periode(Number(annee[1]), 1, 12, `${annee[1]}`);
  const trimestre = TRIMESTRE.exec(net);
  if (trimestre) return duTrimestre(Number(trimestre[1]), Number(trimestre[2]));
  const inverse = TRIMESTRE_INVERSE.exec(net);
  if (inverse) return duTrimestre(Number(inverse[2]), Number(inverse[1]));
  const mois = MOIS.exec(net);
  if (mois)
    return periode(Number(mois[1]), Number(mois[2]), Number(mois[2]), `${mois[1]}-${mois[2]}`);
  return null;
}

/** Whether one of two different periods lies within the other. */
export function emboitees(une: Periode, autre: Periode): boolean {
  if (une.code === autre.code) return false;
  return (
    (une.debut <= autre.debut && autre.fin <= une.fin) ||
    (autre.debut <= une.debut && une.fin <= autre.fin)
  );
}

function duTrimestre(annee: number, rang: number): Periode | null {
  return periode(annee, rang * 3 - 2, rang * 3, `${annee}-T${rang}`);
}

function periode(annee: number, premier: number, dernier: number, code: string): Periode | null {
  if (annee < 1975 || annee > 2100) return null;
  // Day 0 of the next month is the last of this one.
  const finDuMois = new Date(Date.UTC(annee, dernier, 0)).getUTCDate();
  return {
    code,
    debut: `${annee}-${deuxChiffres(premier)}-01`,
    fin: `${annee}-${deuxChiffres(dernier)}-${deuxChiffres(finDuMois)}`,
  };
}

function deuxChiffres(nombre: number): string {
  return String(nombre).padStart(2, '0');
}
