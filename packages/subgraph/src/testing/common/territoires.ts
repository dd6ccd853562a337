import { describe, expect, test } from 'vitest';
import { unAgent } from '../identities.js';
import { type CommonContext, codes } from './context.js';

interface Noeud {
  code: string;
  maille: string;
  nom: string;
}

export function describeTerritoires({ subgraph }: CommonContext): void {
  describe('territoires', () => {
    const lecteur = unAgent('etat', 'sous-prefet');
    const query = (document: string, variables?: object) =>
      subgraph().query(lecteur, document, variables);
    const cherche = async (recherche: string, suite = ''): Promise<Noeud[]> => {
      const { data, errors } = await query(
        `query ($r: String!) { territoires(recherche: $r ${suite}) { nodes { code maille nom } } }`,
        { r: recherche },
      );
      expect(errors).toEqual([]);
      return data.territoires.nodes;
    };

    test('compte 1 région, 5 départements, 26 arrondissements, 92 EPCI et 3 782 communes', async () => {
      const rows = await subgraph().database.sql<{ maille: string; n: number; p: string }>(
        `SELECT maille, count(*)::int AS n, sum(population)::text AS p FROM territoire
         GROUP BY maille`,
      );
      const byMaille = new Map(rows.map((row) => [row.maille, row]));
      expect(byMaille.get('REGION')).toMatchObject({ n: 1, p: '5992194' });
      expect(byMaille.get('DEPARTEMENT')).toMatchObject({ n: 5, p: '5992194' });
      expect(byMaille.get('ARRONDISSEMENT')).toMatchObject({ n: 26, p: '5992194' });
      expect(byMaille.get('EPCI')).toMatchObject({ n: 92 });
      expect(byMaille.get('COMMUNE')).toMatchObject({ n: 3782, p: '5992194' });
    });

    test('parcourt toutes les communes, page par page, sans en perdre ni en répéter', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { data, errors } = await query(
          `query ($after: String) { territoires(maille: COMMUNE, first: 100, after: $after) {
             nodes { code } edges { cursor } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        expect(errors).toEqual([]);
        const { nodes, edges, pageInfo } = data.territoires;
        seen.push(...nodes.map(({ code }: Noeud) => code));
        expect(edges.at(-1).cursor).toBe(pageInfo.endCursor);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);

      expect(seen).toHaveLength(3782);
      expect(new Set(seen).size).toBe(3782);
    });

    test('trouve sans accents, par début de mot, par abréviation et par code', async () => {
      expect((await cherche('lille'))[0]).toMatchObject({ nom: 'Lille' });
      expect((await cherche('VALENCIENNES', 'maille: ARRONDISSEMENT'))[0]).toMatchObject({
        code: '596',
      });
      expect((await cherche('etaples'))[0]?.nom).toBe('Étaples');
      expect((await cherche('st-quentin', 'maille: COMMUNE'))[0]?.nom).toBe('Saint-Quentin');
      expect((await cherche('st')).some(({ nom }) => nom.startsWith('St'))).toBe(true);
      expect((await cherche('59350'))[0]).toMatchObject({ code: '59350', nom: 'Lille' });
      expect((await cherche('quent saint', 'maille: COMMUNE')).map(({ nom }) => nom)).toContain(
        'Saint-Quentin',
      );
    });

    test('ce qui ne veut rien dire ne trouve rien, et rien ne se glisse dans le SQL', async () => {
      for (const recherche of ['%', '_____', "' OR 1=1 --", '\\', '%%%lil']) {
        const found = await cherche(recherche);
        expect(
          found.every(({ nom }) => /lil/i.test(nom)),
          recherche,
        ).toBe(true);
      }
      const long = await query(
        'query ($r: String!) { territoires(recherche: $r) { nodes { code } } }',
        {
          r: 'a'.repeat(101),
        },
      );
      expect(codes(long)).toEqual(['RECHERCHE_TROP_LONGUE']);
      const zero = await query(
        'query ($c: ID!) { territoire(code: $c, maille: COMMUNE) { code } }',
        {
          c: '59\u0000350',
        },
      );
      expect(codes(zero)).toEqual(['TEXTE_INVALIDE']);
    });

    test('continue une recherche à la page suivante, dans le même ordre', async () => {
      const document = `query ($first: Int, $after: String) {
        territoires(recherche: "saint", first: $first, after: $after) {
          nodes { code maille } pageInfo { endCursor } } }`;
      const whole = await query(document, { first: 12 });
      const first = await query(document, { first: 5 });
      const second = await query(document, {
        first: 7,
        after: first.data.territoires.pageInfo.endCursor,
      });
      expect([...first.data.territoires.nodes, ...second.data.territoires.nodes]).toEqual(
        whole.data.territoires.nodes,
      );
    });

    test('donne les contenants et les contenus, EPCI à cheval compris', async () => {
      const { data, errors } = await query(`{
        commune: territoire(code: "59350", maille: COMMUNE) { parents { maille nom } }
        arrondissement: territoire(code: "596", maille: ARRONDISSEMENT) {
          nombreCommunes centre { longitude latitude }
          communes: enfants(maille: COMMUNE, first: 100) { nodes { code } pageInfo { hasNextPage } }
          epci: enfants(maille: EPCI) { nodes { nom } }
        }
        cheval: territoires(recherche: "Villes Soeurs", maille: EPCI) {
          nodes { interregional nombreCommunes enfants(maille: COMMUNE, first: 100) { nodes { code } } }
        }
        dans: territoires(maille: EPCI, dans: { code: "80", maille: DEPARTEMENT }, first: 100) {
          nodes { nom }
        }
      }`);

      expect(errors).toEqual([]);
      expect(data.commune.parents.map(({ maille }: Noeud) => maille)).toEqual([
        'EPCI',
        'ARRONDISSEMENT',
        'DEPARTEMENT',
        'REGION',
      ]);
      expect(data.arrondissement.nombreCommunes).toBe(data.arrondissement.communes.nodes.length);
      expect(data.arrondissement.communes.pageInfo.hasNextPage).toBe(false);
      expect(data.arrondissement.centre).not.toBeNull();
      expect(data.arrondissement.epci.nodes.length).toBeGreaterThan(0);
      const [cheval] = data.cheval.nodes;
      expect(cheval).toMatchObject({ interregional: true, nombreCommunes: 28 });
      expect(cheval.enfants.nodes).toHaveLength(13);
      expect(data.dans.nodes.map(({ nom }: Noeud) => nom)).toContain('CC des Villes Soeurs');
    });

    test('refuse un territoire inconnu comme filtre, une page démesurée et un curseur modifié', async () => {
      const unknown = await query(
        '{ territoires(dans: { code: "596", maille: COMMUNE }) { nodes { code } } }',
      );
      expect(codes(unknown)).toEqual(['TERRITOIRE_INCONNU']);
      for (const first of [0, -1, 101]) {
        const answer = await query(
          `query ($first: Int) { territoires(first: $first) { nodes { code } } }`,
          { first },
        );
        expect(codes(answer), String(first)).toEqual(['PAGE_INVALIDE']);
      }

      const page = await query(
        '{ territoires(maille: EPCI, first: 2) { pageInfo { endCursor } } }',
      );
      const cursor: string = page.data.territoires.pageInfo.endCursor;
      const document = `query ($after: String) {
        territoires(maille: EPCI, after: $after) { nodes { code } } }`;
      for (let index = 0; index < cursor.length; index += 1) {
        const other = cursor[index] === 'A' ? 'B' : 'A';
        const after = cursor.slice(0, index) + other + cursor.slice(index + 1);
        expect(codes(await query(document, { after })), after).toEqual(['CURSEUR_INVALIDE']);
      }
      const elsewhere = await query(
        `query ($after: String) { territoires(maille: COMMUNE, after: $after) { nodes { code } } }`,
        { after: cursor },
      );
      expect(codes(elsewhere)).toEqual(['CURSEUR_INVALIDE']);
    });
  });
}
