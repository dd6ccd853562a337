import { strToU8, zipSync } from 'fflate';
import type { Feuille } from '../feuille.js';
import { sheetXml } from './sheet-xml.js';
import { STYLES_XML } from './styles.js';
import { ENTETE_XML, escapeXml } from './xml.js';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAX_NOM = 31;
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PRINCIPAL = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Written here and compressed on the page's own thread: the libraries seen hand large sheets to a
 * worker made from a blob, which the portal's content security policy refuses.
 */
export function buildXlsx(feuilles: readonly Feuille[]): Blob {
  if (feuilles.length === 0) throw new RangeError('a workbook has at least one sheet');
  const noms = sheetNames(feuilles.map(({ nom }) => nom));
  const numeros = feuilles.map((_, index) => index + 1);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${ENTETE_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PRINCIPAL}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${PRINCIPAL}.styles+xml"/>${numeros
      .map(
        (n) =>
          `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${PRINCIPAL}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `${ENTETE_XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${ENTETE_XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${noms
      .map((nom, i) => `<sheet name="${escapeXml(nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${ENTETE_XML}<Relationships xmlns="${RELATIONS}">${numeros
      .map(
        (n) =>
          `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': STYLES_XML,
  };
  feuilles.forEach((feuille, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(feuille, index === 0);
  });
  const archive = zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])),
    // The same content gives the same file.
    { level: 6, mtime: new Date(2000, 0, 1) },
  );
  return new Blob([new Uint8Array(archive)], { type: TYPE });
}

/** Names that spreadsheets accept, each once. */
function sheetNames(noms: readonly string[]): string[] {
  const taken = new Set<string>();
  return noms.map((nom, index) => {
    const clean = nom
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, MAX_NOM);
    const base = clean === '' ? `Feuille ${index + 1}` : clean;
    let unique = base;
    for (let suite = 2; taken.has(unique.toLowerCase()); suite += 1) {
      unique = `${base.slice(0, MAX_NOM - 4)} (${suite})`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
