import { expect, test } from 'vitest';
import { lireContenu } from './lire-contenu.js';

test('lit ce qui a été figé, et laisse vide ce qui n’avait pas été publié', () => {
  const lu = lireContenu(
    JSON.stringify({
      le: '2023-12-15',
      engagements: [
        {
          code: 'E01',
          libelle: 'Libellé',
          pilote: 'ETAT',
          echeance: '2023-12-31',
          contributionEtat: {
            versionPubliee: { avancement: 40, meteo: 'SOLEIL', commentaire: null, publieLe: null },
          },
          contributionRegion: null,
          contributionPoleEmploi: { versionPubliee: null },
        },
      ],
      decisions: [
        { id: 'spel-596:2023-11-20:1', texte: 'T', responsable: 'REGION', statut: 'ADOPTEE' },
      ],
    }),
  );
  expect(lu?.engagements[0]?.contributions).toEqual({
    Etat: { avancement: 40, meteo: 'SOLEIL', commentaire: null, publieLe: null },
    Region: null,
    PoleEmploi: null,
  });
  expect(lu?.decisions).toHaveLength(1);
  expect(lu?.fiches, 'un arrêté d’avant elles').toEqual([]);
});

test.each(['', '{', 'null', '[]', '{"engagements":1}'])('« %s » n’est pas un arrêté', (texte) => {
  expect(lireContenu(texte)).toBeNull();
});
