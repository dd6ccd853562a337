import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES_DE_SERVICE } from '../derive/index.js';
import { CATALOGUE } from './catalogue.js';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const codesOf = (texte: string): string[] =>
  [...texte.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, code = '']) => code);

test('les codes du README sont ceux que le service répond, avec leur statut', () => {
  const section = README.split('## Codes')[1]?.split('\n## ')[0] ?? '';
  const ecrits = new Map(
    [...section.matchAll(/^\| (\d{3}) +\| (.+?) *\|$/gm)].flatMap(([, statut, cellule = '']) =>
      codesOf(cellule).map((code) => [code, Number(statut)] as const),
    ),
  );
  const dits = Object.entries(CATALOGUE).map(([code, { statut }]) => [code, statut] as const);
  expect(ecrits).toEqual(new Map(dits));
});

test('les constats sur le service en marche sont au README', () => {
  const ligne = /^.*famille `service`.*$/m.exec(README)?.[0] ?? '';
  expect(codesOf(ligne)).toEqual([...CODES_DE_SERVICE]);
});

test('chaque message est une phrase, et dit quoi faire', () => {
  for (const [code, { message, remede }] of Object.entries(CATALOGUE)) {
    expect([code, /^[A-ZÉÀ].*[^!]\.$/.test(message)]).toEqual([code, true]);
    expect([code, /^[A-ZÉÀ].*[^!]\.$/.test(remede)]).toEqual([code, true]);
  }
});
