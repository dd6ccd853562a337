import {
  type ActeContribution,
  type Identite,
  PARTENAIRES,
  type Partenaire,
  scopeContribution,
} from '@passerelle/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHouseDatabase } from '../../../test/house-database.js';
import type { Database } from '../../database/database.js';
import {
  createTestDatabase,
  type TestDatabase,
  toutesLesIdentites,
  unResponsable,
} from '../../testing/index.js';
import type { EtatContribution, Visibilite } from '../domain/contribution.js';
import { createContributionActs } from '../use-cases/agir.js';
import { contributionPostgresJournal } from './contribution.postgres-journal.js';
import { contributionPostgresReader } from './contribution.postgres-reader.js';

const VISIBILITES: readonly Visibilite[] = ['MAISON', 'PARTENAIRES', 'PUBLIC'];
const ETATS: readonly EtatContribution[] = ['BROUILLON', 'VALIDEE', 'PUBLIEE'];

/** One engagement for each case, so that a case never hides another. */
const CAS = VISIBILITES.flatMap((visibilite) => ETATS.map((etat) => ({ visibilite, etat }))).map(
  (cas, index) => ({ ...cas, engagement: `E${String(index + 1).padStart(2, '0')}` }),
);

const nomDe = ({ sujet }: Identite): string => sujet.replace('sujet-', '');

describe.each(PARTENAIRES)('sécurité par ligne de la maison %s', (maison: Partenaire) => {
  let postgres: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    postgres = await createTestDatabase();
    database = await startHouseDatabase(maison, postgres.url);

    const acts = createContributionActs({
      journal: contributionPostgresJournal(database, null),
      demonstration: true,
      jour: () => '2023-12-15',
    });
    const responsable = unResponsable(maison);
    for (const { engagement, visibilite, etat } of CAS) {
      const contenu = { engagement, avancement: 10, meteo: 'SOLEIL', visibilite } as const;
      await acts.modifier(responsable, contenu);
      if (etat !== 'BROUILLON') await acts.valider(responsable, { engagement });
      if (etat === 'PUBLIEE') await acts.publier(responsable, { engagement });
    }
  });

  afterAll(async () => {
    await database.stop();
    await postgres.release();
  });

  /** What each identity should see, said without SQL. */
  function attendu(identite: Identite): string[] {
    return CAS.filter(({ visibilite, etat }) => {
      if (identite.partenaire === maison) return true;
      if (etat !== 'PUBLIEE') return false;
      if (visibilite === 'PUBLIC') return true;
      return visibilite === 'PARTENAIRES' && identite.nature === 'agent';
    }).map(({ engagement }) => engagement);
  }

  test.each(toutesLesIdentites().map((identite) => ({ qui: nomDe(identite), identite })))(
    '$qui lit ce qu’il peut lire, et rien d’autre, par chaque chemin',
    async ({ identite }) => {
      const session = database.readSession(identite);
      const engagements = CAS.map(({ engagement }) => engagement);
      const seen = async (text: string): Promise<string[]> => {
        const rows = await session.query<{ engagement: string }>({
          name: 'matrice',
          isDynamic: true,
          text,
          values: [],
        });
        return rows.map(({ engagement }) => engagement);
      };
      const expected = attendu(identite);

      const courantes = await contributionPostgresReader.courante.read(session, engagements);
      expect(courantes.flatMap((one) => one?.engagement ?? [])).toEqual(expected);
      const publiees = await contributionPostgresReader.publiee.read(session, engagements);
      expect(publiees.flatMap((one) => one?.engagement ?? [])).toEqual(
        expected.filter((code) =>
          CAS.some(({ engagement, etat }) => engagement === code && etat === 'PUBLIEE'),
        ),
      );
      const parCle = await contributionPostgresReader.parCle.read(
        session,
        engagements.map((engagement) => ({ engagement, version: 1 })),
      );
      expect(parCle.flatMap((one) => one?.engagement ?? [])).toEqual(expected);
      const histoires = await contributionPostgresReader.historique.read(session, engagements, {
        page: { first: 10, after: null },
        le: null,
      });
      expect(histoires.flatMap(({ rows }) => rows.map((one) => one.engagement))).toEqual(expected);

      expect(await seen('SELECT engagement FROM contribution_version ORDER BY engagement')).toEqual(
        expected,
      );
      expect(
        await seen('SELECT DISTINCT engagement FROM contribution_acte ORDER BY engagement'),
      ).toEqual(expected);
      expect(
        await seen(
          `SELECT DISTINCT charge ->> 'engagement' AS engagement FROM mouvement ORDER BY 1`,
        ),
      ).toEqual(identite.partenaire === maison ? engagements : []);
      await session.close();
    },
  );

  test('sans identité, on ne voit rien', async () => {
    for (const table of [
      'contribution_version',
      'contribution_acte',
      'contribution',
      'mouvement',
    ]) {
      expect(await postgres.sql(`SELECT * FROM ${table}`), table).toEqual([]);
    }
  });

  test.each(toutesLesIdentites().map((identite) => ({ qui: nomDe(identite), identite })))(
    '$qui n’écrit que les actes de son rôle, dans sa maison, même sans garde devant',
    async ({ identite }) => {
      /** Undone at the end, so that each identity starts from the same state. */
      const allows = async (text: string): Promise<boolean> => {
        const undo = new Error('undone on purpose');
        try {
          await database.write(identite, async (manager) => {
            await manager.query(text);
            throw undo;
          });
          return false;
        } catch (error) {
          if (error !== undo) expect(error).toMatchObject({ code: 'ACCES_REFUSE' });
          return error === undo;
        }
      };
      const may = (acte: ActeContribution): boolean =>
        identite.partenaire === maison && identite.scopes.includes(scopeContribution(maison, acte));
      const acteSur = (engagement: string, acte: string): string =>
        `INSERT INTO contribution_acte (engagement, version, acte, visibilite, auteur, auteur_sujet,
         empreinte_demande) VALUES ('${engagement}', 1, '${acte}', 'PUBLIC', 'x', 'x', 'x')`;

      expect(
        await allows(
          `INSERT INTO contribution_version (engagement, version, avancement, meteo, visibilite,
           auteur, auteur_sujet, demonstration)
         VALUES ('E20', 1, 1, 'SOLEIL', 'PUBLIC', 'x', 'x', true)`,
        ),
      ).toBe(may('modifier'));
      expect(await allows(acteSur('E01', 'VALIDER'))).toBe(may('valider'));
      expect(await allows(acteSur('E02', 'PUBLIER'))).toBe(may('publier'));
      expect(await allows(acteSur('E01', 'ABANDONNER'))).toBe(may('modifier'));
      expect(
        await allows(`INSERT INTO mouvement (nature, charge) VALUES ('contribution', '{}')`),
      ).toBe(identite.partenaire === maison);
    },
  );
});
