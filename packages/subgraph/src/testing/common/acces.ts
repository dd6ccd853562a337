import { generateSigningKey, loadSigningKey, signInternalToken } from '@passerelle/identity';
import { describe, expect, test } from 'vitest';
import { unAgent, uneAutreMaison, unResponsable } from '../identities.js';
import type { CommonContext } from './context.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = JSON.stringify({ query: '{ engagements { code } }' });

export function describeAcces({ partenaire, maison, subgraph }: CommonContext): void {
  describe('accès direct', () => {
    const send = async (
      headers: Record<string, string>,
      body = BODY,
      path = '/graphql',
    ): Promise<{ status: number; code: unknown; text: string }> => {
      const response = await subgraph().post(path, headers, body);
      const text = await response.text();
      const answer = JSON.parse(text) as { errors?: { extensions: { code: unknown } }[] };
      return { status: response.status, code: answer.errors?.[0]?.extensions.code, text };
    };
    const bearer = (token: string) => ({ ...JSON_TYPE, authorization: `Bearer ${token}` });

    for (const path of ['/graphql', '/graphql/stream']) {
      test(`refuse sans jeton, et tout jeton qui n’est pas de la passerelle pour ce partenaire (${path})`, async () => {
        const agent = unResponsable(partenaire);
        const own = await subgraph().token(agent);
        const { privee } = await generateSigningKey();
        const stranger = await loadSigningKey(privee);
        const [header = '', claims = '', signature = ''] = own.split('.');
        const none = Buffer.from('{"alg":"none","typ":"passerelle+jwt"}').toString('base64url');
        const forged = Buffer.from(
          JSON.stringify({
            ...JSON.parse(Buffer.from(claims, 'base64url').toString()),
            roles: ['administrateur'],
          }),
        ).toString('base64url');
        const cases: readonly [Record<string, string>, string][] = [
          [JSON_TYPE, 'JETON_ABSENT'],
          [{ ...JSON_TYPE, 'x-identite': JSON.stringify(agent) }, 'JETON_ABSENT'],
          [{ ...JSON_TYPE, authorization: 'Basic YTpi' }, 'JETON_INVALIDE'],
          [bearer('nimporte.quoi.ici'), 'JETON_INVALIDE'],
          [bearer(`${none}.${claims}.`), 'JETON_INVALIDE'],
          [bearer(`${header}.${forged}.${signature}`), 'JETON_INVALIDE'],
          [
            bearer(await signInternalToken(agent, { cle: stranger, audience: partenaire })),
            'JETON_INVALIDE',
          ],
          [
            bearer(await subgraph().token(agent, { audience: uneAutreMaison(partenaire) })),
            'JETON_INVALIDE',
          ],
          [
            bearer(
              await subgraph().token(agent, { maintenant: new Date(Date.now() - 10 * 60_000) }),
            ),
            'JETON_EXPIRE',
          ],
        ];
        for (const [headers, code] of cases) {
          const answer = await send(headers, BODY, path);
          expect(answer).toMatchObject({ status: 401, code });
          expect(answer.text).not.toContain('libelle');
        }
      });
    }

    test('refuse qui n’a aucun droit de lire', async () => {
      const token = await subgraph().token(unAgent(partenaire, 'dpo', { scopes: [] }));
      expect(await send(bearer(token))).toMatchObject({ status: 403, code: 'ACCES_REFUSE' });
    });

    test('refuse ce qui n’est pas une requête, avec un code pour chaque cas', async () => {
      const ok = bearer(await subgraph().token(unResponsable(partenaire)));
      expect(await send(ok, '{"query": ')).toMatchObject({ status: 400, code: 'REQUETE_INVALIDE' });
      expect(await send(ok, '[]')).toMatchObject({ status: 400, code: 'REQUETE_INVALIDE' });
      expect(await send(ok, '{"query": 3}')).toMatchObject({ code: 'REQUETE_INVALIDE' });
      expect(await send({ ...ok, 'content-type': 'text/plain' })).toMatchObject({
        status: 415,
        code: 'TYPE_DE_CONTENU_REFUSE',
      });
      expect(await send(ok, JSON.stringify({ query: `# ${'a'.repeat(1_100_000)}` }))).toMatchObject(
        {
          status: 413,
          code: 'CORPS_TROP_GRAND',
        },
      );
      expect(await send(ok, '{"query":"{ inconnu }"}')).toMatchObject({
        status: 400,
        code: 'GRAPHQL_VALIDATION_FAILED',
      });
      expect(await send(ok, '{"query":"{"}')).toMatchObject({ code: 'GRAPHQL_PARSE_FAILED' });
      expect(await send(ok, BODY, '/ailleurs')).toMatchObject({
        status: 404,
        code: 'ADRESSE_INCONNUE',
      });
      expect(await send(ok, BODY, '/graphql/stream')).toMatchObject({
        status: 400,
        code: 'ABONNEMENT_ATTENDU',
      });
      const demesure = JSON.stringify({ query: `subscription { ${'a '.repeat(20_000)} }` });
      for (const path of ['/graphql', '/graphql/stream']) {
        expect(await send(ok, demesure, path)).toMatchObject({
          status: 400,
          code: 'GRAPHQL_PARSE_FAILED',
        });
      }
      const get = await fetch(`${subgraph().origin}/graphql?query={engagements{code}}`);
      expect(get.status).toBe(405);
      expect(await get.json()).toMatchObject({
        errors: [{ extensions: { code: 'METHODE_REFUSEE' } }],
      });
    });

    test('dit qu’il vit et qu’il est prêt, sans jeton', async () => {
      const vivant = await fetch(`${subgraph().origin}/sante/vivant`);
      expect([vivant.status, await vivant.json()]).toEqual([200, { statut: 'vivant' }]);
      const pret = await fetch(`${subgraph().origin}/sante/pret`);
      expect([pret.status, await pret.json()]).toEqual([200, { statut: 'pret' }]);
    });

    test('ne journalise ni fonction, ni organisation, ni texte saisi', async () => {
      const agent = unResponsable(partenaire);
      await subgraph().query(
        agent,
        `mutation { modifierContribution${maison.suffixe}(input: { engagement: "E99", avancement: 1,
           meteo: ORAGE, commentaire: "phrase très reconnaissable" }) { refus { code } } }`,
      );
      const journal = subgraph().logged.join('\n');
      for (const secret of [agent.organisation, 'phrase très reconnaissable', 'Bearer']) {
        expect(journal).not.toContain(secret);
      }
    });
  });
}
