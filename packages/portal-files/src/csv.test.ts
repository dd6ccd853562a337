import { expect, test } from 'vitest';
import { ecrireCsv, lireCsv } from './csv.js';

const COLONNES = [{ titre: 'Engagement' }, { titre: 'Commentaire' }];

/** Bytes, as a spreadsheet gets them: `text()` would take the mark away. */
async function texte(blob: Blob): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
}

test('le fichier dit qu’il est en UTF-8, sépare par des points-virgules et finit ses lignes', async () => {
  const csv = await texte(ecrireCsv(COLONNES, [['E01', 'Réunion tenue']]));
  expect(csv).toBe('\uFEFFEngagement;Commentaire\r\nE01;Réunion tenue\r\n');
  expect(await texte(ecrireCsv(COLONNES, [], { bom: false, separateur: ',' }))).toBe(
    'Engagement,Commentaire\r\n',
  );
});

test('guillemets, séparateurs et retours à la ligne reviennent tels quels', async () => {
  const lignes = [
    ['E02', 'dit « oui ; mais »\n"plus tard"; ensuite'],
    ['E03', ' bords '],
  ];
  const lu = lireCsv(await texte(ecrireCsv(COLONNES, lignes)));
  expect(lu.slice(1)).toEqual(lignes);
});

test.each(['=1+1', '+33', '-2', '@SOMME(A1)', '\t=1', "=cmd|' /C calc'!A0"])(
  'une cellule qui commence comme une formule reste un texte : %j',
  async (cellule) => {
    const csv = await texte(ecrireCsv([{ titre: 'a' }], [[cellule]], { bom: false }));
    const champ = csv.split('\r\n')[1] ?? '';
    expect(champ.replace(/^"/, '')).toMatch(/^'/);
    expect(lireCsv(csv)[1]).toEqual([cellule]);
  },
);

test('nombres, dates et réponses s’écrivent simplement', async () => {
  const csv = await texte(
    ecrireCsv(
      [{ titre: 'n' }, { titre: 'd' }, { titre: 'b' }, { titre: 'v' }],
      [[-12.5, { jour: '2023-12-15' }, true, null]],
    ),
  );
  expect(lireCsv(csv)[1]).toEqual(['-12.5', '2023-12-15', 'oui', '']);
});

test('le séparateur se devine, les lignes vides ne comptent pas', () => {
  expect(lireCsv('a,b\r\n\r\n1,2\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(lireCsv('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});
