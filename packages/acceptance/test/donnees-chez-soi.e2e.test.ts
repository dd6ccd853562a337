import { CARTE_INITIALE } from '@passerelle/composition';
import { type EmbeddedPostgres, ensureEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { habilitationsDemonstration, PARTENAIRES, type Partenaire } from '@passerelle/identity';
import { type Platform, startPlatform } from '@passerelle/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './answer.js';

interface Colonne {
  readonly table: string;
  readonly colonne: string;
}

let platform: Platform;
let postgres: EmbeddedPostgres;
const clients = new Map<Partenaire, pg.Client>();
const colonnes = new Map<Partenaire, readonly Colonne[]>();

beforeAll(async () => {
  platform = await startPlatform();
  await ecrireDansChaqueMaison();
  const bases = PARTENAIRES.map(baseDe);
  postgres = await ensureEmbeddedPostgres({ dossier: platform.dossier, port: 0, bases });
  for (const maison of PARTENAIRES) {
    const client = new pg.Client({ connectionString: postgres.url(baseDe(maison)) });
    await client.connect();
    // As the service itself: what row-level security hides must be looked at too.
    await client.query(`SELECT set_config('passerelle.systeme', 'oui', false)`);
    clients.set(maison, client);
    colonnes.set(maison, await lireColonnes(maison));
  }
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await postgres?.stop();
  await platform?.stop();
});

const baseDe = (maison: Partenaire): string => maison.replaceAll('-', '_');

async function requete<Row>(maison: Partenaire, texte: string): Promise<readonly Row[]> {
  const client = clients.get(maison);
  if (!client) throw new Error(`pas de base pour ${maison}`);
  const { rows } = await client.query(texte);
  return rows as readonly Row[];
}

const lireColonnes = (maison: Partenaire): Promise<readonly Colonne[]> =>
  requete<Colonne>(
    maison,
    `SELECT c.table_name AS "table", c.column_name AS colonne
     FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
     ORDER BY 1, 2`,
  );

/** Somebody of each house has written something: an empty table proves nothing. */
async function ecrireDansChaqueMaison(): Promise<void> {
  const agents: Readonly<Record<Partenaire, readonly [string, string]>> = {
    etat: ['etat.chef-de-projet', 'Etat'],
    region: ['region.charge-de-mission', 'Region'],
    'pole-emploi': ['pole-emploi.directeur-territorial', 'PoleEmploi'],
  };
  for (const [identifiant, suffixe] of Object.values(agents)) {
    const session = await platform.openSession(identifiant);
    const answer = await ask(
      session,
      `mutation {
         modifierContribution${suffixe}(input: { engagement: "E02", avancement: 12, meteo: SOLEIL }) {
           refus { code } }
         proposerPoint${suffixe}(input: { seance: "spel-596:2024-01-15", titre: "Essai" }) {
           refus { code } }
       }`,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  }
}

/** Words by which a column that holds something about a person is called. */
const PERSONNEL =
  /(^|_)(sujet|prenom|nom_usage|nom_naissance|courriel|email|mail|telephone|portable|naissance|nir|iban)$/;

/** Named alike, and no person: what an act is about, by its key in the graph. */
const SUJET_D_UN_ACTE: readonly Colonne[] = [{ table: 'acte', colonne: 'sujet' }];

const personnelles = (maison: Partenaire): readonly Colonne[] =>
  (colonnes.get(maison) ?? []).filter(
    ({ table, colonne }) =>
      PERSONNEL.test(colonne) &&
      !SUJET_D_UN_ACTE.some((one) => one.table === table && one.colonne === colonne),
  );

/** `SessionFormation` → `session_formation`. */
const enTable = (type: string): string =>
  type.replace(/(?<=[a-z0-9])[A-Z]/g, (lettre) => `_${lettre}`).toLowerCase();

describe('les trois bases', () => {
  it('ligne 22 : chez un partenaire, une colonne personnelle ne parle que de ses propres agents', async () => {
    const { agents } = habilitationsDemonstration(platform.emetteur);
    for (const maison of PARTENAIRES) {
      const siennes = personnelles(maison);
      expect(siennes, maison).not.toEqual([]);
      const dAilleurs = new Set(
        agents.filter(({ partenaire }) => partenaire !== maison).map(({ sujet }) => sujet),
      );
      const vus = new Set<string>();
      for (const { table, colonne } of siennes) {
        const rows = await requete<{ valeur: string | null }>(
          maison,
          `SELECT DISTINCT "${colonne}"::text AS valeur FROM "${table}"`,
        );
        for (const { valeur } of rows) if (valeur !== null) vus.add(valeur);
        const etrangeres = rows.filter(({ valeur }) => valeur !== null && dAilleurs.has(valeur));
        expect(etrangeres, `${maison}, ${table}.${colonne}`).toEqual([]);
      }
      // The check has really seen people: those of the house who have just written.
      const chezElle = agents.filter(({ partenaire }) => partenaire === maison);
      expect(
        chezElle.some(({ sujet }) => vus.has(sujet)),
        maison,
      ).toBe(true);
    }
  });

  it('ligne 22 : aucune base ne tient la table d’une entité dont un autre partenaire répond', () => {
    const { types, textesCommuns } = CARTE_INITIALE;
    const proprietaire = new Map(
      Object.entries(types)
        .filter(([nom, { cles }]) => cles.length > 0 && !aUnOriginalPartout(nom, textesCommuns))
        .map(([nom, { partenaire }]) => [enTable(nom), partenaire]),
    );
    const fautes = PARTENAIRES.flatMap((maison) =>
      [...new Set((colonnes.get(maison) ?? []).map(({ table }) => table))]
        .filter((table) => (proprietaire.get(table) ?? maison) !== maison)
        .map((table) => `${table} chez ${maison}, de ${proprietaire.get(table)}`),
    );
    expect(fautes).toEqual([]);
    // The names are really those of tables, somewhere.
    const tenues = PARTENAIRES.flatMap((maison) =>
      (colonnes.get(maison) ?? []).filter(({ table }) => proprietaire.get(table) === maison),
    );
    expect(tenues).not.toEqual([]);
  });
});

/** The signed text and the territories: three originals, one of which answers. */
function aUnOriginalPartout(
  type: string,
  textesCommuns: (typeof CARTE_INITIALE)['textesCommuns'],
): boolean {
  return Object.keys(textesCommuns).some(
    (coordonnee) => coordonnee === type || coordonnee.startsWith(`${type}.`),
  );
}
