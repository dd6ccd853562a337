import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startHouseDatabase } from '../../../test/house-database.js';
import type { Database } from '../../database/database.js';
import { suivi } from '../../suivi/index.js';
import { createTestDatabase, type TestDatabase, unAgent } from '../../testing/index.js';
import { createTournee } from '../use-cases/tournee.js';
import { CreerLettre1795305600910 } from './lettre.migration.js';
import { registreDesLettres } from './registre-des-lettres.js';

const LUNDI_SEPT_HEURES = new Date('2023-12-18T06:00:00Z');

describe('lettres du lundi sur PostgreSQL', () => {
  let postgres: TestDatabase;
  let replicas: Database[];
  const service = (text: string): Promise<unknown> =>
    postgres.sql(`BEGIN; SELECT set_config('passerelle.systeme', 'oui', true); ${text}; COMMIT`);

  beforeAll(async () => {
    postgres = await createTestDatabase();
    const room = {
      migrations: [CreerLettre1795305600910],
      graph: () => ({ resolvers: [] }),
      codes: [],
    };
    const start = () =>
      startHouseDatabase('region', postgres.url, [
        suivi('region', ['maison.exemple'], () => '2023-12-15'),
        room,
      ]);
    replicas = [await start(), await start()];
  });
  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await postgres.release();
  });
  beforeEach(async () => {
    await service(`DELETE FROM lettre_envoi; DELETE FROM suivi_carnet;
      INSERT INTO suivi_carnet (sujet, lettre, courriel, fonction, organisation, roles, maille,
        territoire)
      SELECT 'agent-' || n, n <> 7, 'agent-' || n || '@maison.exemple', 'chargé de mission',
        'Conseil régional', ARRAY['charge-de-mission', 'disparu'], 'ARRONDISSEMENT', '596'
      FROM generate_series(1, 20) n`);
  });

  /** Two replicas of the service, each on its own rounds. */
  const tournees = (envoyer: (sujet: string) => Promise<void>, maintenant = LUNDI_SEPT_HEURES) =>
    replicas.map((database) =>
      createTournee({
        registre: registreDesLettres(database),
        envoyer: (abonne) => envoyer(abonne.sujet),
        maintenant: () => maintenant,
        onEchec: () => undefined,
      }),
    );

  test('deux répliques ensemble : une lettre pour chacun de ceux qui la veulent, et une seule', async () => {
    const envoyees: string[] = [];
    const envoyer = async (sujet: string): Promise<void> => {
      envoyees.push(sujet);
    };
    await Promise.all(tournees(envoyer).map((tournee) => tournee.passer()));
    await Promise.all(tournees(envoyer).map((tournee) => tournee.passer()));
    expect(envoyees).toHaveLength(19);
    expect(new Set(envoyees).size).toBe(19);
    expect(envoyees).not.toContain('agent-7');
  });

  test('avant 7 h à Paris, et les autres jours, rien ne part', async () => {
    const envoyees: string[] = [];
    const noter = async (sujet: string): Promise<void> => {
      envoyees.push(sujet);
    };
    for (const instant of ['2023-12-18T05:59:00Z', '2023-12-19T09:00:00Z']) {
      for (const tournee of tournees(noter, new Date(instant))) await tournee.passer();
    }
    expect(envoyees).toEqual([]);
  });

  test('une lettre qui n’est pas partie est reprise quand son bail est fini, cinq fois au plus', async () => {
    const essais: string[] = [];
    const refuser = (sujet: string): Promise<void> => {
      essais.push(sujet);
      return Promise.reject(new Error('serveur absent'));
    };
    const [tournee] = tournees(refuser);
    await tournee?.passer();
    expect(essais).toHaveLength(19);
    await tournee?.passer();
    expect(essais, 'le bail court encore').toHaveLength(19);
    for (let fois = 2; fois < 8; fois += 1) {
      await service(`UPDATE lettre_envoi SET reservee_jusqua = now() - interval '1 second'`);
      await tournee?.passer();
    }
    expect(essais.filter((sujet) => sujet === 'agent-1')).toHaveLength(5);
  });

  test('l’abonné porte son rôle et son territoire ; un rôle disparu n’ouvre rien', async () => {
    const [database] = replicas;
    if (!database) throw new Error('no replica');
    expect(await registreDesLettres(database).abonne('agent-1')).toMatchObject({
      courriel: 'agent-1@maison.exemple',
      roles: ['charge-de-mission'],
      territoire: { maille: 'ARRONDISSEMENT', code: '596' },
    });
    expect(await registreDesLettres(database).abonne('personne')).toBeNull();
  });

  test('aucun agent ne lit les adresses de ses collègues', async () => {
    const [database] = replicas;
    const session = database?.readSession(unAgent('region', 'administrateur'));
    const rows = await session?.query({
      name: 'essai',
      text: 'SELECT courriel FROM suivi_carnet UNION ALL SELECT sujet FROM lettre_envoi',
      values: [],
    });
    await session?.close();
    expect(rows).toEqual([]);
  });
});
