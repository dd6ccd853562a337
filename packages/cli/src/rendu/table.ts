import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';

export interface Colonne {
  readonly titre: string;
  /** The last columns without a limit share what is left. */
  readonly max?: number;
}

const MARGES = 3;

/** A table that fits the terminal: long words are cut over lines rather than lost. */
export function table(
  colonnes: readonly Colonne[],
  lignes: readonly (readonly string[])[],
  largeur: number,
): string {
  const largeurs = repartir(colonnes, lignes, Math.min(Math.max(largeur, 60), 160));
  const couper = (ligne: readonly string[]): string[] =>
    ligne.map((texte, i) => wrapAnsi(ensemble(texte), largeurs[i] ?? 1, { hard: true }));
  const rendu = new Table({
    head: couper(colonnes.map(({ titre }) => titre)),
    style: { head: [], border: [] },
    colWidths: largeurs.map((n) => n + 2),
  });
  rendu.push(...lignes.map(couper));
  return rendu.toString();
}

/** A quotation mark never ends or begins a line alone. */
function ensemble(texte: string): string {
  return texte.replaceAll('« ', '«\u00a0').replaceAll(' »', '\u00a0»');
}

function repartir(
  colonnes: readonly Colonne[],
  lignes: readonly (readonly string[])[],
  largeur: number,
): number[] {
  const besoins = colonnes.map(({ titre }, i) =>
    Math.max(...[titre, ...lignes.map((ligne) => ligne[i] ?? '')].map(plusLongueLigne), 1),
  );
  const voulues = besoins.map((besoin, i) => Math.min(besoin, colonnes[i]?.max ?? besoin));
  const place = largeur - 1 - colonnes.length * MARGES;
  const exces = voulues.reduce((a, b) => a + b, 0) - place;
  if (exces <= 0) return voulues;
  // What is too wide is taken from the widest, one column of text at a time.
  const finales = [...voulues];
  for (let i = 0; i < exces; i += 1) {
    const large = finales.indexOf(Math.max(...finales));
    finales[large] = Math.max(1, (finales[large] ?? 1) - 1);
  }
  return finales;
}

function plusLongueLigne(texte: string): number {
  const nu = stripVTControlCharacters(texte);
  return Math.max(...nu.split('\n').map((ligne) => ligne.length));
}
