import { REGLES_DES_ROLES } from '@passerelle/identity';
import { startTestSubgraph, type TestSubgraph, unAgent } from '@passerelle/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph({ partenaire: 'etat', createApp });
});
afterAll(() => subgraph.stop());

const LISIBLES = [
  'seance',
  'seance_point',
  'seance_accord',
  'seance_releve',
  'decision',
  'decision_validation',
] as const;
const TABLES = [...LISIBLES, 'seance_version', 'seance_demande'] as const;

/** What one statement does under somebody's settings, whatever the resolvers would have said. */
async function sous<Row>(
  qui: { partenaire: string | null; scopes: readonly string[] },
  texte: string,
): Promise<readonly Row[]> {
  const { database } = subgraph;
  await database.sql('BEGIN');
  try {
    await database.sql(
      `SELECT set_config('passerelle.partenaire', $1, true), set_config('passerelle.scopes', $2, true)`,
      [qui.partenaire ?? '', JSON.stringify(qui.scopes)],
    );
    return await database.sql<Row>(texte);
  } finally {
    await database.sql('ROLLBACK');
  }
}

const etranger = {
  ...unAgent('region', 'charge-de-mission'),
  // Every right that exists, the État's included, held in another house.
  scopes: [
    'protocole:lire',
    ...Object.values(REGLES_DES_ROLES).flatMap(({ droits }) => droits.map((un) => `etat:${un}`)),
  ],
};
const delegue = unAgent('etat', 'delegue-recteur');

test.each(TABLES)('%s : personne n’y lit sans un droit de lecture', async (table) => {
  const rows = await sous({ partenaire: 'etat', scopes: [] }, `SELECT FROM ${table}`);
  expect(rows).toEqual([]);
});

test.each(LISIBLES)('%s : une autre maison lit, et n’y change rien', async (table) => {
  expect(await sous(etranger, `SELECT FROM ${table} LIMIT 1`)).toHaveLength(1);
  for (const qui of [etranger, delegue]) {
    const touched = await sous<{ nombre: number }>(
      qui,
      `WITH t AS (DELETE FROM ${table} RETURNING 1) SELECT count(*)::int AS nombre FROM t`,
    );
    expect(touched).toEqual([{ nombre: 0 }]);
  }
});

test('une autre maison n’ajoute ni séance ni validation, même avec les droits de l’État', async () => {
  for (const qui of [etranger, delegue]) {
    await expect(
      sous(
        qui,
        `INSERT INTO decision_validation (decision, titre, empreinte, auteur, le)
         SELECT id, 'RECTEUR', repeat('0', 64), 'x', now() FROM decision LIMIT 1`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      sous(
        qui,
        `INSERT INTO seance (id, instance, jour, statut, empreinte_ordre, presences, publique,
           auteur, auteur_sujet, demonstration)
         VALUES ('spel-596:2024-03-01', 'spel-596', '2024-03-01', 'PREVUE', '', '[]', true, 'x', 'x', true)`,
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      sous(
        qui,
        `INSERT INTO instance_seconde_convocation (instance, regle, source, auteur, auteur_sujet)
         VALUES ('cle-596', 'SANS_QUORUM', 'x', 'x', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
  }
});
