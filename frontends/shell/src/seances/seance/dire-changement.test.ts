import { expect, test } from 'vitest';
import { direChangement } from './dire-changement.js';

test.each([
  [{ champ: 'LIEU', avant: 'Anzin', apres: 'Lille' }, 'Lieu : Anzin, puis Lille'],
  [{ champ: 'LIEU', avant: null, apres: 'Lille' }, 'Lieu : Lille'],
  [{ champ: 'LIEU', avant: 'Anzin', apres: null }, 'Lieu : retiré (Anzin)'],
  [{ champ: 'STATUT', avant: 'PREVUE', apres: 'TENUE' }, 'État : prévue, puis tenue'],
  [
    { champ: 'PRESENCE', sujet: 'Sous-préfet, Préfecture', avant: 'ABSENT', apres: 'PRESENT' },
    'Présence de Sous-préfet, Préfecture : absent ou excusé, puis présent',
  ],
  [{ champ: 'POINT', avant: null, apres: 'Forums' }, 'Point ajouté : Forums'],
  [{ champ: 'POINT', avant: 'Forums', apres: null }, 'Point retiré : Forums'],
  [{ champ: 'TEXTE', avant: 'Une ligne', apres: null }, 'Ligne retirée : Une ligne'],
  [{ champ: 'ORDRE', avant: 'A ; B', apres: 'B ; A' }, 'Ordre des points : A ; B, puis B ; A'],
] as const)('%o se lit « %s »', (changement, phrase) => {
  expect(direChangement(changement)).toBe(phrase);
});
