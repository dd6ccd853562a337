import type { Cellule, Colonne } from './feuille.js';

export interface OptionsCsv {
  /** French spreadsheets expect `;`. */
  readonly separateur?: ';' | ',' | '\t';
  /** Excel takes a file without this mark for another alphabet; other tools don't want it. */
  readonly bom?: boolean;
}

/** A spreadsheet would run a text that begins so; an apostrophe keeps it a text. */
const FORMULE = /^[=+\-@\t\r]/;
const PROTEGE = /^'[=+\-@\t\r]/;
const BOM = '\uFEFF';

/** A table as CSV: UTF-8, `;`, lines ended by CRLF, quotes where needed. */
export function ecrireCsv(
  colonnes: readonly Pick<Colonne, 'titre'>[],
  lignes: readonly (readonly Cellule[])[],
  { separateur = ';', bom = true }: OptionsCsv = {},
): Blob {
  const rows = [colonnes.map(({ titre }) => titre), ...lignes];
  const texte = rows
    .map((row) => row.map((cellule) => champ(cellule, separateur)).join(separateur))
    .map((ligne) => `${ligne}\r\n`)
    .join('');
  return new Blob([bom ? BOM : '', texte], { type: 'text/csv;charset=utf-8' });
}

function champ(cellule: Cellule, separateur: string): string {
  const texte = texteDe(cellule);
  return /["\r\n]/.test(texte) || texte.includes(separateur) || texte !== texte.trim()
    ? `"${texte.replaceAll('"', '""')}"`
    : texte;
}

function texteDe(cellule: Cellule): string {
  if (cellule === null) return '';
  if (typeof cellule === 'boolean') return cellule ? 'oui' : 'non';
  // A number is written as such, a negative one too: it comes from no keyboard.
  if (typeof cellule === 'number') return String(cellule);
  if (typeof cellule === 'object') return cellule.jour;
  return FORMULE.test(cellule) ? `'${cellule}` : cellule;
}

/**
 * Reads CSV as spreadsheets write it: UTF-8 with or without its mark, the separator guessed from
 * the first line, quotes doubled inside quotes.
 *
 * @returns rows of texts, the titles first; lines without any text are left out
 */
export function lireCsv(
  texte: string,
  { separateur }: Pick<OptionsCsv, 'separateur'> = {},
): string[][] {
  const source = texte.startsWith(BOM) ? texte.slice(1) : texte;
  const sep = separateur ?? deviner(source);
  const lignes: string[][] = [];
  let ligne: string[] = [];
  let mot = '';
  let entreGuillemets = false;
  const finirMot = (): void => {
    ligne.push(PROTEGE.test(mot) ? mot.slice(1) : mot);
    mot = '';
  };
  const finirLigne = (): void => {
    finirMot();
    if (ligne.some((champLu) => champLu !== '')) lignes.push(ligne);
    ligne = [];
  };
  for (let rang = 0; rang < source.length; rang += 1) {
    const signe = source[rang];
    if (entreGuillemets) {
      if (signe !== '"') mot += signe;
      else if (source[rang + 1] === '"') {
        mot += '"';
        rang += 1;
      } else entreGuillemets = false;
    } else if (signe === '"' && mot === '') entreGuillemets = true;
    else if (signe === sep) finirMot();
    else if (signe === '\n') finirLigne();
    else if (signe !== '\r') mot += signe;
  }
  finirLigne();
  return lignes;
}

function deviner(source: string): ';' | ',' | '\t' {
  const premiere = source.slice(0, source.search(/[\r\n]|$/));
  const separateurs = [';', '\t', ','] as const;
  const compte = (separateur: string): number => premiere.split(separateur).length;
  return separateurs.reduce((meilleur, autre) =>
    compte(autre) > compte(meilleur) ? autre : meilleur,
  );
}
