import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Bloc, DocumentTexte, TableauDocument } from '../document-texte.js';

const NIVEAUX = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;
const GRIS = '595959';
/** A4, in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 };
const MARGE = 1134;

export function buildDocx({ titre, soustitre, auteur, blocs, pied }: DocumentTexte): Promise<Blob> {
  const document = new Document({
    title: titre,
    creator: auteur,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22 }, paragraph: { spacing: { after: 120 } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: MARGE, bottom: MARGE, left: MARGE, right: MARGE },
          },
        },
        footers: { default: footer(pied ?? titre) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: runs(titre) }),
          ...(soustitre === undefined ? [] : [paragraph(soustitre, true)]),
          ...blocs.flatMap(toChildren),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

function toChildren(bloc: Bloc): (Paragraph | Table)[] {
  switch (bloc.nature) {
    case 'titre':
      return [new Paragraph({ heading: NIVEAUX[bloc.niveau], children: runs(bloc.texte) })];
    case 'paragraphe':
      return [paragraph(bloc.texte, bloc.discret ?? false)];
    case 'liste':
      return bloc.elements.map(
        (element) => new Paragraph({ bullet: { level: 0 }, children: runs(element) }),
      );
    case 'tableau':
      // A word processor joins two tables that touch.
      return [table(bloc), new Paragraph({})];
    case 'saut-de-page':
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

function paragraph(texte: string, discret: boolean): Paragraph {
  return new Paragraph({ children: runs(texte, discret ? { color: GRIS } : {}) });
}

/** Line feeds of the text become breaks of the line. */
function runs(texte: string, format: { color?: string; bold?: boolean } = {}): TextRun[] {
  return texte
    .split('\n')
    .map((text, index) => new TextRun({ text, ...format, ...(index > 0 && { break: 1 }) }));
}

function table({ colonnes, lignes }: TableauDocument): Table {
  const cell = (texte: string, bold: boolean): TableCell =>
    new TableCell({
      ...(bold && { shading: { fill: 'ECEFF1' } }),
      children: [new Paragraph({ spacing: { after: 0 }, children: runs(texte, { bold }) })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: colonnes.map((titre) => cell(titre, true)) }),
      ...lignes.map(
        (ligne) =>
          new TableRow({
            cantSplit: true,
            children: colonnes.map((_, index) => cell(ligne[index] ?? '', false)),
          }),
      ),
    ],
  });
}

function footer(texte: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: `${texte} – page `, color: GRIS, size: 18 }),
          new TextRun({
            color: GRIS,
            size: 18,
            children: [PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
