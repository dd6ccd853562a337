import { expect, test } from 'vitest';
import { demandeJetonSchema } from './jetons.js';
import { demandeRetourSchema } from './publier.js';

const nomAdmis = (nom: string): boolean =>
  demandeJetonSchema.safeParse({ nom, genre: 'schema' }).success;

test('un nom tient sur une ligne, en toutes lettres', () => {
  expect(nomAdmis('CI de la Région — déploiement n° 2 🚆')).toBe(true);
  expect(demandeJetonSchema.parse({ nom: '  ci \n', genre: 'schema' }).nom).toBe('ci');
});

test.each([
  ['un saut de ligne', 'ci\nJeton « racine » créé.'],
  ['un retour chariot', 'ci\r\nevent: publication'],
  ['un caractère nul', 'ci\u0000'],
  ['une séquence d’échappement', 'ci\u001b[2J'],
  ['un séparateur de ligne', 'ci\u2028suite'],
  ['un sens d’écriture renversé', 'ci\u202egro'],
  ['la moitié d’un caractère', 'ci\ud800'],
])('%s est refusé', (_titre, nom) => {
  expect(nomAdmis(nom)).toBe(false);
});

test('un motif saisi sur plusieurs lignes est gardé sur une seule, sans rien d’invisible', () => {
  const lu = demandeRetourSchema.parse({ motif: ' Formulaire vide\r\n\r\n\tdepuis ce matin ' });
  expect(lu.motif).toBe('Formulaire vide depuis ce matin');
  for (const motif of ['trop\u0000', 'trop\u202e', '  \n a \n  ']) {
    expect(demandeRetourSchema.safeParse({ motif }).success).toBe(false);
  }
});
