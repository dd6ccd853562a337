import type { RapportDIncidents } from '@passerelle/publication';
import { expect, it, onTestFinished } from 'vitest';
import { createIncidents, type PageReport } from './incidents.js';

function situation({ registreAbsent = false, maintenant = (): number => 0 } = {}) {
  const envois: RapportDIncidents[] = [];
  let perdus = 0;
  const incidents = createIncidents({
    canal: 'production',
    passerelle: 'p1',
    isServed: (partenaire) => partenaire !== 'inventee',
    async post(rapport) {
      if (registreAbsent) throw new Error('ECONNREFUSED');
      envois.push(rapport);
    },
    onLost: (nombre) => {
      perdus += nombre;
    },
    intervalleMs: 3_600_000,
    maintenant,
  });
  onTestFinished(() => incidents.stop());
  return { incidents, envois, perdus: () => perdus };
}

const rapport = (changes: Partial<PageReport['modules'][number]> = {}): PageReport => ({
  modules: [
    { partenaire: 'region', revision: 13, montages: 10, erreurs: 0, genres: {}, ...changes },
  ],
});

it('ce que disent tous les agents s’additionne, par module et par révision', async () => {
  const { incidents, envois } = situation();
  incidents.add('a', rapport({ erreurs: 2, genres: { TypeError: 2 } }));
  incidents.add('b', rapport({ montages: 3, erreurs: 1, genres: { TypeError: 1 } }));
  incidents.add('b', rapport({ revision: 12, montages: 1 }));
  await incidents.flush();
  expect(envois).toEqual([
    {
      canal: 'production',
      passerelle: 'p1',
      modules: [
        {
          partenaire: 'region',
          revision: 13,
          montages: 13,
          erreurs: 3,
          agents: 2,
          genres: { TypeError: 3 },
        },
        { partenaire: 'region', revision: 12, montages: 1, erreurs: 0, agents: 0, genres: {} },
      ],
    },
  ]);
});

it('rien n’est envoyé quand rien ne s’est passé', async () => {
  const { incidents, envois } = situation();
  await incidents.flush();
  incidents.add('a', rapport());
  await incidents.flush();
  await incidents.flush();
  expect(envois).toHaveLength(1);
});

it('une page qui échoue en boucle compte pour quelques échecs, au même taux', async () => {
  const { incidents, envois } = situation();
  for (let i = 0; i < 50; i += 1) incidents.add('a', rapport({ montages: 100, erreurs: 100 }));
  await incidents.flush();
  expect(envois[0]?.modules[0]).toMatchObject({ montages: 5, erreurs: 5 });
});

it('un agent compte pour un, aussi souvent qu’il le dise ; d’un rapport à l’autre il s’en ajoute', async () => {
  let instant = 0;
  const { incidents, envois } = situation({ maintenant: () => instant });
  const agents = () => envois.at(-1)?.modules[0]?.agents;
  for (let i = 0; i < 30; i += 1) {
    incidents.add('a', rapport({ erreurs: 5 }));
    instant += 5_000;
    await incidents.flush();
    expect(agents()).toBe(1);
  }
  incidents.add('b', rapport({ erreurs: 1 }));
  incidents.add('c', rapport());
  await incidents.flush();
  expect(agents()).toBe(2);
  instant += 11 * 60_000;
  incidents.add('b', rapport({ erreurs: 1 }));
  await incidents.flush();
  expect(agents()).toBe(1);
});

it('des agents sans nombre ne tiennent pas sans fin en mémoire', async () => {
  const { incidents, envois } = situation();
  for (let i = 0; i < 1_000; i += 1) incidents.add(`a${i}`, rapport({ erreurs: 1 }));
  await incidents.flush();
  expect(envois[0]?.modules[0]?.agents).toBe(100);
});

it('une révision que le portail ne sert pas est ignorée', async () => {
  const { incidents, envois } = situation();
  incidents.add('a', rapport({ partenaire: 'inventee' }));
  await incidents.flush();
  expect(envois).toEqual([]);
});

it('le registre absent, ce qui est perdu est compté et n’encombre pas', async () => {
  const { incidents, envois, perdus } = situation({ registreAbsent: true });
  incidents.add('a', rapport({ erreurs: 2 }));
  await incidents.flush();
  await incidents.flush();
  expect(envois).toEqual([]);
  expect(perdus()).toBe(12);
});

it('les noms d’erreurs sont bornés', async () => {
  const { incidents, envois } = situation();
  for (let i = 0; i < 60; i += 1) {
    incidents.add(
      'a',
      rapport({
        genres: {
          [`E${String.fromCharCode(65 + (i % 26))}${i > 25 ? 'x' : ''}${i > 51 ? 'y' : ''}`]: 1,
        },
      }),
    );
  }
  await incidents.flush();
  const genres = envois[0]?.modules[0]?.genres ?? {};
  expect(Object.keys(genres)).toHaveLength(31);
  expect(Object.values(genres).reduce((somme, n) => somme + n, 0)).toBe(60);
});
