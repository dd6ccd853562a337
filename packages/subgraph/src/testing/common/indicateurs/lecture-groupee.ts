import { describe, expect, test } from 'vitest';
import type { CommonContext } from '../context.js';
import { bancIndicateurs } from './banc.js';

/** Reading many territories costs one statement each kind. */
export function describeLectureGroupee(context: CommonContext): void {
  const { subgraph } = context;
  const { suffixe, lire } = bancIndicateurs(context);

  describe('lire beaucoup d’indicateurs à la fois', () => {
    test('26 territoires avec leurs indicateurs, ventilations et sommes : une instruction SQL chacun', async () => {
      const rows = await subgraph().database.sql<{ code: string }>(
        `SELECT code FROM territoire WHERE maille = 'ARRONDISSEMENT'`,
      );
      subgraph().forgetStatements();
      const { _entities } = await lire(
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Territoire {
           indicateurs${suffixe} { id valeur indicateur { libelle } variation
             ventilations { valeur } recomposition(maille: ARRONDISSEMENT) { somme } } } } }`,
        {
          r: rows.map(({ code }) => ({ __typename: 'Territoire', code, maille: 'ARRONDISSEMENT' })),
        },
      );
      expect(_entities).toHaveLength(26);
      expect(_entities[0][`indicateurs${suffixe}`].length).toBeGreaterThan(0);
      expect([...subgraph().statements].sort()).toEqual([
        'indicateurs-courants',
        'indicateurs-par-code',
        'indicateurs-precedentes',
        'indicateurs-recompositions-ARRONDISSEMENT',
        'indicateurs-ventilations',
        'territoires-par-cle',
      ]);
    });
  });
}
