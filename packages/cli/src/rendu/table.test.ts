import { expect, test } from 'vitest';
import { table } from './table.js';

const COLONNES = [{ titre: 'Code', max: 20 }, { titre: 'Constat' }];

test('tient dans la largeur du terminal, et ne perd pas un mot trop long', () => {
  const long = 'x'.repeat(200);
  const rendu = table(COLONNES, [['C', `${long} fin`]], 60);
  expect(Math.max(...rendu.split('\n').map((ligne) => ligne.length))).toBeLessThanOrEqual(60);
  expect(rendu.match(/x/g)).toHaveLength(200);
  expect(rendu).toContain('fin');
});

test('les colonnes gardent la largeur de leur texte quand la place suffit', () => {
  expect(table(COLONNES, [['A', 'court']], 100)).toBe(
    [
      '┌──────┬─────────┐',
      '│ Code │ Constat │',
      '├──────┼─────────┤',
      '│ A    │ court   │',
      '└──────┴─────────┘',
    ].join('\n'),
  );
});

test('les couleurs ne comptent pas dans la largeur', () => {
  const nu = table(COLONNES, [['REFUS', 'a']], 100);
  const peint = table(COLONNES, [['\u001b[31mREFUS\u001b[39m', 'a']], 100);
  expect(peint.split('\n')[0]).toBe(nu.split('\n')[0]);
});

test('une ligne coupée ne commence pas par une espace, et garde ses guillemets', () => {
  const rendu = table(
    [{ titre: 'Constat', max: 20 }],
    [['Il faut choisir « aide-region » ici']],
    60,
  );
  expect(rendu).toContain('│ Il faut choisir      │');
  expect(rendu).toContain('│ «\u00a0aide-region\u00a0» ici  │');
});
