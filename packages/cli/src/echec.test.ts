import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODES_DE_LA_COMMANDE } from './echec.js';

test('le README liste exactement les codes de la commande', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const section = /## Codes\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  const listes = [...section.matchAll(/`([A-Z_]{4,})`/g)].map(([, code]) => code);
  expect(new Set(listes)).toEqual(new Set(CODES_DE_LA_COMMANDE));
});
