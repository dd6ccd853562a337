import { integriteOf } from '@passerelle/publication';

type Fichiers = { chemin: string; contenu: string }[];

/** A small bundle of a partner's module; each `essai` is another one. */
export function unLot(
  nom: string,
  essai: number | string,
  { altere = false }: { altere?: boolean } = {},
): Fichiers {
  const entree = 'module.abcdefgh.js';
  const code = `export const essai = ${JSON.stringify(String(essai))};\n`;
  return fichiersOf({
    'manifest.json': JSON.stringify({
      nom,
      version: `0.0.${essai}`,
      entree,
      integrite: { [entree]: integriteOf(altere ? 'autre' : code) },
    }),
    [entree]: code,
  });
}

/** The files that the pages share. */
export function unPartage(essai: number | string): Fichiers {
  const react = 'react.abcdefgh.js';
  const code = `export const essai = ${JSON.stringify(String(essai))};\n`;
  return fichiersOf({
    'partages.json': JSON.stringify({
      imports: { react },
      css: [],
      integrity: { [react]: integriteOf(code) },
    }),
    [react]: code,
  });
}

function fichiersOf(textes: Readonly<Record<string, string>>): Fichiers {
  return Object.entries(textes).map(([chemin, texte]) => ({
    chemin,
    contenu: Buffer.from(texte).toString('base64'),
  }));
}
