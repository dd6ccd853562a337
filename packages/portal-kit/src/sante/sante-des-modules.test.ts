import { expect, test } from 'vitest';
import { creerSanteDesModules, moduleNomme, type RapportDeSante } from './sante-des-modules.js';

const region = { partenaire: 'region', revision: 13 };

function situation(envois: (boolean | Error)[] = []) {
  const rapports: RapportDeSante[] = [];
  let comptes = 0;
  const sante = creerSanteDesModules(
    async (rapport) => {
      rapports.push(structuredClone(rapport));
      const issue = envois.shift() ?? true;
      if (issue instanceof Error) throw issue;
      return issue;
    },
    () => {
      comptes += 1;
    },
  );
  return { sante, rapports, comptes: () => comptes };
}

test('montages et erreurs s’additionnent par module, sans jamais un message', async () => {
  const { sante, rapports } = situation();
  sante.montage(region);
  sante.montage(region);
  sante.erreur(region, new TypeError('Camille Exemple is not defined'));
  sante.erreur(region, 'texte');
  sante.montage({ partenaire: 'etat', revision: 2 });
  await sante.vider();
  expect(rapports).toEqual([
    {
      modules: [
        {
          partenaire: 'region',
          revision: 13,
          montages: 2,
          erreurs: 2,
          genres: { TypeError: 1, Inconnue: 1 },
        },
        { partenaire: 'etat', revision: 2, montages: 1, erreurs: 0, genres: {} },
      ],
    },
  ]);
});

test('ce qui n’a pas pu partir part la fois suivante', async () => {
  const { sante, rapports } = situation([new Error('hors ligne'), false]);
  sante.montage(region);
  await sante.vider();
  sante.erreur(region, new RangeError('x'));
  await sante.vider();
  await sante.vider();
  await sante.vider();
  expect(rapports).toHaveLength(3);
  expect(rapports[2]?.modules).toMatchObject([
    { montages: 1, erreurs: 1, genres: { RangeError: 1 } },
  ]);
});

test('un module servi depuis le poste n’est pas compté', async () => {
  const { sante, rapports, comptes } = situation();
  sante.montage({ partenaire: 'region', revision: 0 });
  await sante.vider();
  expect([rapports.length, comptes()]).toEqual([0, 0]);
});

test('un nom d’erreur qui n’en est pas un ne sort pas de la page', async () => {
  const { sante, rapports } = situation();
  sante.erreur(region, Object.assign(new Error('x'), { name: 'Camille Exemple, née en 1970' }));
  await sante.vider();
  expect(rapports[0]?.modules[0]?.genres).toEqual({ Error: 1 });
});

test('une erreur est attribuée au module dont le fichier est dans sa trace', () => {
  expect(moduleNomme('at f (http://127.0.0.1:4000/modules/pole-emploi/7/page.abc.js:1:2)')).toEqual(
    { partenaire: 'pole-emploi', revision: 7 },
  );
  expect(moduleNomme('at f (http://127.0.0.1:4000/partages/3/react.js:1:2)')).toBeNull();
});
