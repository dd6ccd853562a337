import { expect, test } from 'vitest';
import { ecartsEntreOriginaux } from './ecarts-entre-originaux.js';

const passage = (sujet: string, texte: string) => ({ sujet, champ: 'libelle', texte });

test('un passage altéré se montre avec la maison qui le tient', () => {
  const texte = [passage('E06', 'Partager'), passage('E07', 'Développer l’alternance')];
  const altere = [passage('E06', 'Partager'), passage('E07', 'Développer le chômage')];
  expect(ecartsEntreOriginaux({ etat: texte, region: altere, 'pole-emploi': texte })).toEqual([
    {
      sujet: 'E07',
      champ: 'libelle',
      versions: [
        { texte: 'Développer l’alternance', maisons: ['etat', 'pole-emploi'] },
        { texte: 'Développer le chômage', maisons: ['region'] },
      ],
    },
  ]);
});

test('un passage que seule une maison tient est un écart ; une maison non lue n’en est pas un', () => {
  const texte = [passage('E01', 'Un')];
  const plus = [...texte, passage('E24', 'Ajouté')];
  expect(ecartsEntreOriginaux({ etat: texte, region: null, 'pole-emploi': plus })).toEqual([
    {
      sujet: 'E24',
      champ: 'libelle',
      versions: [
        { texte: null, maisons: ['etat'] },
        { texte: 'Ajouté', maisons: ['pole-emploi'] },
      ],
    },
  ]);
  expect(ecartsEntreOriginaux({ etat: texte, region: null, 'pole-emploi': texte })).toEqual([]);
});
