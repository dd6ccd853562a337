import type { Cellule, Colonne, Feuille } from '../feuille.js';
import { STYLE } from './styles.js';
import { ENTETE_XML, escapeXml } from './xml.js';

/** More than a cell can hold is cut: a spreadsheet would declare the whole file damaged. */
const MAX_CELLULE = 32_767;
const LARGEUR = 16;
/** Lists longer than this don't fit in the rule of a column. */
const MAX_LISTE = 255;
/** Rows of the form that a column's rule covers, beyond those written. */
const LIGNES_EN_PLUS = 200;

/** One sheet: titles that stay in sight, filters, and the lists offered in the columns. */
export function sheetXml({ colonnes, lignes }: Feuille, selected: boolean): string {
  const derniere = columnName(Math.max(colonnes.length, 1) - 1);
  const cols = colonnes
    .map(
      ({ largeur = LARGEUR }, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${largeur}" customWidth="1"/>`,
    )
    .join('');
  const titres = rowXml(
    1,
    colonnes.map(({ titre }, index) => textXml(columnName(index) + 1, titre, STYLE.entete)),
  );
  const rows = lignes.map((ligne, rang) =>
    rowXml(
      rang + 2,
      ligne.map((cellule, index) =>
        cellXml(`${columnName(index)}${rang + 2}`, cellule, colonnes[index]),
      ),
    ),
  );
  return [
    ENTETE_XML,
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    cols === '' ? '' : `<cols>${cols}</cols>`,
    `<sheetData>${titres}${rows.join('')}</sheetData>`,
    colonnes.length === 0 ? '' : `<autoFilter ref="A1:${derniere}${lignes.length + 1}"/>`,
    validationsXml(colonnes, lignes.length),
    '</worksheet>',
  ].join('');
}

function rowXml(numero: number, cells: readonly string[]): string {
  return `<row r="${numero}">${cells.join('')}</row>`;
}

function cellXml(reference: string, cellule: Cellule, colonne: Colonne | undefined): string {
  if (cellule === null) return '';
  if (typeof cellule === 'boolean') {
    return `<c r="${reference}" t="b"><v>${cellule ? 1 : 0}</v></c>`;
  }
  if (typeof cellule === 'number') {
    return Number.isFinite(cellule)
      ? `<c r="${reference}" s="${STYLE.nombre}"><v>${cellule}</v></c>`
      : '';
  }
  if (typeof cellule === 'object') {
    const serie = serialOf(cellule.jour);
    return serie === null
      ? textXml(reference, cellule.jour, STYLE.texte)
      : `<c r="${reference}" s="${STYLE.jour}"><v>${serie}</v></c>`;
  }
  return textXml(reference, cellule, colonne?.repere ? STYLE.repere : STYLE.texte);
}

/** Written as a text of its own (`inlineStr`): no reader takes it for a formula. */
function textXml(reference: string, texte: string, style: number): string {
  const held = escapeXml(texte.slice(0, MAX_CELLULE));
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${held}</t></is></c>`;
}

function validationsXml(colonnes: readonly Colonne[], lignes: number): string {
  const regles = colonnes.flatMap((colonne, index) => {
    const zone = `${columnName(index)}2:${columnName(index)}${lignes + 1 + LIGNES_EN_PLUS}`;
    const commun = `allowBlank="1" showErrorMessage="1" errorTitle="${escapeXml(colonne.titre)}" sqref="${zone}"`;
    if (colonne.choix) {
      const liste = colonne.choix.join(',');
      // A comma inside a value would cut it in two.
      if (liste.length > MAX_LISTE || colonne.choix.some((choix) => choix.includes(','))) return [];
      return [
        `<dataValidation type="list" ${commun} error="Choisissez une valeur de la liste."><formula1>"${escapeXml(liste).replaceAll('&quot;', '&quot;&quot;')}"</formula1></dataValidation>`,
      ];
    }
    if (colonne.bornes) {
      const { min, max } = colonne.bornes;
      return [
        `<dataValidation type="whole" operator="between" ${commun} error="Un nombre entier de ${min} à ${max}."><formula1>${min}</formula1><formula2>${max}</formula2></dataValidation>`,
      ];
    }
    return [];
  });
  if (regles.length === 0) return '';
  return `<dataValidations count="${regles.length}">${regles.join('')}</dataValidations>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26));
  return index < 26 ? rest : columnName(Math.floor(index / 26) - 1) + rest;
}

const JOUR_MS = 86_400_000;
/** Day 0 of spreadsheets, whose calendar wrongly holds a 29 February 1900. */
const ORIGINE_MS = Date.UTC(1899, 11, 30);

function serialOf(jour: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(jour)) return null;
  const instant = Date.parse(`${jour}T00:00:00Z`);
  return Number.isNaN(instant) ? null : (instant - ORIGINE_MS) / JOUR_MS;
}
