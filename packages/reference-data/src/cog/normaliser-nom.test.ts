import { loadTerritoires, normaliserNom } from '@passerelle/reference-data';
import { expect, test } from 'vitest';

test.each([
  ['Saint-Omer', 'saint omer'],
  ['ST OMER', 'saint omer'],
  ['st. omer', 'saint omer'],
  ['Ste Geneviève', 'sainte genevieve'],
  ['Sainte-Geneviève', 'sainte genevieve'],
  ["Villeneuve-d'Ascq", 'villeneuve d ascq'],
  ['Villeneuve d’Ascq', 'villeneuve d ascq'],
  ['Boulogne s/Mer', 'boulogne sur mer'],
  ['BOULOGNE-SUR-MER', 'boulogne sur mer'],
  ['CC des Villes Sœurs', 'cc des villes soeurs'],
  ['  L’Haÿ-les-Roses ', 'l hay les roses'],
  ['Ault', 'ault'],
  ['', ''],
  ['–', ''],
])('« %s » se cherche sous « %s »', (nom, cle) => {
  expect(normaliserNom(nom)).toBe(cle);
});

test('une lettre isolée ou un mot qui commence par « st » ne devient pas un saint', () => {
  expect(normaliserNom('Steenvoorde')).toBe('steenvoorde');
  expect(normaliserNom('Y')).toBe('y');
});

test('la clé d’une clé est elle-même, et aucune commune n’a une clé vide', () => {
  for (const { nom } of loadTerritoires('32').communes) {
    const cle = normaliserNom(nom);
    expect(cle).not.toBe('');
    expect(normaliserNom(cle)).toBe(cle);
  }
});
