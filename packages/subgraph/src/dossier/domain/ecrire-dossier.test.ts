import { expect, test } from 'vitest';
import type { DossierLu } from './dossier.js';
import { ecrireDossier } from './ecrire-dossier.js';

const unDossier = (precisions: Partial<DossierLu> = {}): DossierLu => ({
  seance: 'spel-596:2023-12-18',
  instance: 'SPEL de Valenciennes',
  jour: '2023-12-18',
  lieu: null,
  objet: null,
  territoire: { code: '596', maille: 'ARRONDISSEMENT' },
  demonstration: true,
  absents: [],
  parties: [{ titre: 'Ordre du jour', colonnes: ['Point'], lignes: [], rien: 'Aucun point.' }],
  ...precisions,
});

test('le message mène au dossier, et le dossier joint dit la même chose', () => {
  const { objet, texte, pieces } = ecrireDossier(unDossier(), 'https://p.exemple', '2023-12-15');
  expect(objet).toBe('Dossier : SPEL de Valenciennes, lundi 18 décembre 2023');
  expect(texte).toContain('https://p.exemple/seances/spel-596:2023-12-18/dossier');
  expect(texte).toContain('Données de démonstration.');
  expect(pieces).toMatchObject([{ nom: 'dossier-spel-596-2023-12-18.html' }]);
  expect(pieces?.[0]?.html).toContain('Aucun point.');
});

test('ce qui vient des données n’est jamais du balisage, une maison absente est dite', () => {
  const { html, pieces } = ecrireDossier(
    unDossier({
      lieu: '<script>alert(1)</script>',
      absents: ['La Région'],
      parties: [
        { titre: 'Décisions', colonnes: ['Texte'], lignes: [['<img src=x onerror=1>']], rien: '' },
      ],
    }),
    'https://p.exemple',
    '2023-12-15',
  );
  const tout = `${html}${pieces?.[0]?.html}`;
  expect(tout).not.toMatch(/<script|<img/);
  expect(tout).toContain('La Région ne répondait pas : sa part manque.');
});
