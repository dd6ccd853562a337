import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ecrireDocx } from '../index.js';

async function partOf(blob: Blob, path: string): Promise<string> {
  const bytes = unzipSync(new Uint8Array(await blob.arrayBuffer()))[path];
  if (!bytes) throw new Error(`no ${path}`);
  return new TextDecoder().decode(bytes);
}

test('le document porte son titre, ses parties, ses listes et ses tableaux, dans l’ordre', async () => {
  const blob = await ecrireDocx({
    titre: 'Dossier du SPEL de Valenciennes',
    soustitre: 'Données de démonstration',
    auteur: 'Secrétariat du SPEL',
    blocs: [
      { nature: 'titre', niveau: 1, texte: 'Décisions en retard' },
      { nature: 'liste', elements: ['Première & dernière', 'Seconde'] },
      {
        nature: 'tableau',
        colonnes: ['Engagement', 'Avancement'],
        lignes: [['E01', '40 %'], ['E02']],
      },
      { nature: 'saut-de-page' },
      { nature: 'paragraphe', texte: 'Fin\ndu texte', discret: true },
    ],
    pied: 'SPEL de Valenciennes',
  });
  const xml = await partOf(blob, 'word/document.xml');
  const textes = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, texte]) => texte);
  expect(textes).toEqual([
    'Dossier du SPEL de Valenciennes',
    'Données de démonstration',
    'Décisions en retard',
    'Première &amp; dernière',
    'Seconde',
    'Engagement',
    'Avancement',
    'E01',
    '40 %',
    'E02',
    '',
    'Fin',
    'du texte',
  ]);
  expect(xml).toContain('w:val="Heading1"');
  expect(xml).toContain('<w:tblHeader');
  expect(await partOf(blob, 'docProps/core.xml')).toContain('Secrétariat du SPEL');
});
