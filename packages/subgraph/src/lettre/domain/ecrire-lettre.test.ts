import { expect, test } from 'vitest';
import { ecrireLettre } from './ecrire-lettre.js';
import type { Lettre } from './lettre.js';

const uneLettre = (precisions: Partial<Lettre> = {}): Lettre => ({
  lundi: '2023-12-18',
  fonction: 'sous-préfet',
  organisation: 'Sous-préfecture de Valenciennes',
  demonstration: null,
  blocs: [
    {
      titre: 'Vos séances cette semaine',
      lignes: [
        {
          texte: 'SPEL de Valenciennes, lundi 18 décembre',
          detail: 'Préparation <de> "l’année"',
          chemin: '/seances/spel-596:2023-12-18/dossier',
        },
      ],
      rien: null,
      suite: { texte: 'Toutes les séances', chemin: '/seances' },
    },
    { titre: 'Décisions en retard', lignes: [], rien: 'Aucune.', suite: null },
  ],
  ...precisions,
});

test('le texte et la page disent la même chose, avec des liens qui ouvrent la chose même', () => {
  const { objet, texte, html } = ecrireLettre(uneLettre(), 'https://portail.exemple');
  expect(objet).toBe('Passerelle, lundi 18 décembre 2023');
  for (const dit of [texte, html]) {
    expect(dit).toContain('https://portail.exemple/seances/spel-596:2023-12-18/dossier');
    expect(dit).toContain('https://portail.exemple/suivi');
    expect(dit).toContain('sous-préfet, Sous-préfecture de Valenciennes');
    expect(dit).toContain('Aucune.');
  }
});

test('rien de ce qui est écrit ailleurs ne devient du balisage', () => {
  const { html } = ecrireLettre(uneLettre(), 'https://portail.exemple');
  expect(html).toContain('Préparation &lt;de&gt; &quot;l’année&quot;');
  expect(html).not.toContain('<de>');
});

test('la page n’appelle rien à son ouverture', () => {
  const { html } = ecrireLettre(uneLettre(), 'https://portail.exemple');
  expect(html).not.toMatch(/<(?:img|link|script|iframe)|url\(|@import/i);
});

test('des données de démonstration se disent', () => {
  const demonstration = 'Données de démonstration arrêtées au 15 décembre 2023.';
  const { texte, html } = ecrireLettre(uneLettre({ demonstration }), 'https://portail.exemple');
  expect(texte).toContain(demonstration);
  expect(html).toContain(demonstration);
});
