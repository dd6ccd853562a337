import { generateKeyPairSync, sign } from 'node:crypto';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ask, askWithToken, codesOf, readAnswer } from './answer.js';
import { appelsHostiles, HOSTILES } from './matrix/hostile-values.js';
import { readGraph } from './matrix/live-graph.js';

const LECTURE = `{ engagement(code: "E07") {
  contributionRegion { version avancement commentaire etat } } }`;
const MODIFIER = `mutation M($input: ModifierContributionRegionInput!) {
  modifierContributionRegion(input: $input) { contribution { version } refus { code message } } }`;

let platform: Platform;
let region: AgentSession;
let jeton: string;

beforeAll(async () => {
  platform = await startPlatform();
  region = await platform.openSession('region.charge-de-mission');
  jeton = await platform.integratorToken();
});

afterAll(() => platform?.stop());

const valid = { engagement: 'E07', avancement: 50, meteo: 'SOLEIL' };

function expectRefusal(answer: Answer, code: string): void {
  expect(codesOf(answer)).toContain(code);
  for (const error of answer.errors ?? []) {
    expect(error.message).toMatch(/[a-zé]{3}/);
    expect(error.extensions?.['reference']).toEqual(expect.any(String));
    expect(JSON.stringify(error)).not.toMatch(/node_modules|\.js:\d|stacktrace/);
  }
}

describe('une saisie refusée', () => {
  it.each([
    ['un avancement de 101', { ...valid, avancement: 101 }, 'AVANCEMENT_INVALIDE'],
    ['un avancement négatif', { ...valid, avancement: -1 }, 'AVANCEMENT_INVALIDE'],
    ['un engagement inconnu', { ...valid, engagement: 'E99' }, 'ENGAGEMENT_INCONNU'],
    ['du HTML', { ...valid, commentaire: '<img src=x onerror=alert(1)>' }, 'TEXTE_AVEC_BALISES'],
    ['3 000 caractères', { ...valid, commentaire: 'a'.repeat(3_000) }, 'COMMENTAIRE_TROP_LONG'],
    ['un caractère nul', { ...valid, commentaire: 'a\u0000b' }, 'TEXTE_INVALIDE'],
    ['une preuve en javascript:', { ...valid, preuve: 'javascript:alert(1)' }, 'PREUVE_INVALIDE'],
  ])('%s : un code stable, un message, rien n’a changé', async (_titre, input, code) => {
    const before = await ask(region, LECTURE);
    expectRefusal(await ask(region, MODIFIER, { input }), code);
    expect((await ask(region, LECTURE)).data).toEqual(before.data);
  });

  it('un commentaire de 1 Mo est refusé avant d’être lu', async () => {
    const before = await ask(region, LECTURE);
    const answer = await ask(region, MODIFIER, {
      input: { ...valid, commentaire: 'a'.repeat(1 << 20) },
    });
    expect(answer.status).toBe(413);
    expectRefusal(answer, 'CORPS_TROP_GRAND');
    expect((await ask(region, LECTURE)).data).toEqual(before.data);
  });

  it('une moitié de caractère, dans un texte que seul l’État tient : refusée, rien n’est écrit', async () => {
    const etat = await platform.openSession('etat.chef-de-projet');
    const principes = '{ principes { numero libelle source { intitule } } }';
    const before = await ask(etat, principes);
    expect(before.errors).toBeUndefined();
    const answer = await ask(
      etat,
      `mutation M($input: CompleterPrincipeInput!) {
         completerPrincipe(input: $input) { refus { code message } } }`,
      { input: { numero: 4, libelle: 'Libellé', source: 'page \ud800' } },
    );
    expectRefusal(answer, 'TEXTE_INVALIDE');
    expect((await ask(etat, principes)).data).toEqual(before.data);
  });

  it('un SIRET dont la clé est fausse', async () => {
    const answer = await ask(
      region,
      '{ formations(organismeSiret: "13003013300017") { nodes { numeroOffre } } }',
    );
    expectRefusal(answer, 'SIRET_INVALIDE');
  });

  it('une page de 10 000 et un curseur inventé', async () => {
    expectRefusal(
      await ask(region, '{ formations(first: 10000) { nodes { numeroOffre } } }'),
      'PAGE_INVALIDE',
    );
    expectRefusal(
      await ask(region, '{ formations(first: 5, after: "inventé") { nodes { numeroOffre } } }'),
      'CURSEUR_INVALIDE',
    );
  });
});

/** What a house, or the gateway, says when it did not know what to do. */
const DESEMPARE = /^(INTERNAL_SERVER_ERROR|ERREUR_PARTENAIRE|undefined)$/;

describe.each(Object.entries(HOSTILES))(
  'chaque argument du graphe, d’une valeur %s',
  (_nom, hostiles) => {
    it.each(['query', 'mutation'] as const)(
      '%s : un code, jamais une erreur interne',
      async (genre) => {
        const agents = await agentsParMaison();
        const graphe = await readGraph((texte) => ask(agents.etat, texte));
        const racine = genre === 'query' ? graphe.getQueryType() : graphe.getMutationType();
        const appels = Object.values(racine?.getFields() ?? {}).flatMap((champ) =>
          appelsHostiles(genre, champ, hostiles).map((appel) => ({
            ...appel,
            agent: agentDe(champ.name, agents),
          })),
        );
        expect(appels.length).toBeGreaterThan(100);
        const desempares: string[] = [];
        const suivants = appels.values();
        const poser = async (): Promise<void> => {
          for (const { agent, lieu, texte, variables } of suivants) {
            const codes = codesOf(await ask(agent, texte, variables));
            desempares.push(
              ...codes.filter((code) => DESEMPARE.test(code)).map((code) => `${lieu} : ${code}`),
            );
          }
        };
        await Promise.all(Array.from({ length: 8 }, poser));
        expect(desempares).toEqual([]);
      },
      240_000,
    );
  },
);

/** Somebody of each house, with as many rights as an agent may have there. */
async function agentsParMaison(): Promise<Record<'etat' | 'region' | 'poleEmploi', AgentSession>> {
  const [etat, poleEmploi] = await Promise.all([
    platform.openSession('etat.chef-de-projet'),
    platform.openSession('pole-emploi.directeur-territorial'),
  ]);
  return { etat, region, poleEmploi };
}

function agentDe(champ: string, agents: Awaited<ReturnType<typeof agentsParMaison>>): AgentSession {
  if (champ.includes('PoleEmploi')) return agents.poleEmploi;
  return champ.includes('Region') ? agents.region : agents.etat;
}

describe('une requête malformée', () => {
  it('du JSON faux', async () => {
    const answer = await askWithToken(platform, jeton, '{"query": "{ engagements');
    expect(answer.status).toBe(400);
    expectRefusal(answer, 'JSON_INVALIDE');
  });

  it('un champ inconnu', async () => {
    const answer = await askWithToken(platform, jeton, { query: '{ engagements { couleur } }' });
    expectRefusal(answer, 'CHAMP_INCONNU');
    expect(JSON.stringify(answer.errors)).not.toMatch(/Did you mean/);
  });
});

describe('un jeton qui ne vaut rien', () => {
  const body = { query: '{ engagements { code } }' };

  it('absent', async () => {
    const answer = await askWithToken(platform, null, body);
    expect(answer.status).toBe(401);
    expectRefusal(answer, 'NON_AUTHENTIFIE');
  });

  it('forgé par une autre clé', async () => {
    const answer = await askWithToken(platform, forge(jeton), body);
    expect(answer.status).toBe(401);
    expectRefusal(answer, 'JETON_INVALIDE');
  });

  it('altéré d’un caractère', async () => {
    const [head, claims, signature = ''] = jeton.split('.');
    const altered = signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const answer = await askWithToken(platform, [head, claims, altered].join('.'), body);
    expect(answer.status).toBe(401);
    expectRefusal(answer, 'JETON_INVALIDE');
  });
});

describe('au port d’un sous-graphe', () => {
  const MUTATION = `mutation { modifierContributionEtat(input: { engagement: "E07", avancement: 1, meteo: ORAGE }) {
    contribution { version } } }`;

  it.each([
    ['sans jeton', () => ({}), 'JETON_ABSENT'],
    ['avec un jeton d’intégrateur', () => ({ authorization: `Bearer ${jeton}` }), 'JETON_INVALIDE'],
    ['avec un jeton forgé', () => ({ authorization: `Bearer ${forge(jeton)}` }), 'JETON_INVALIDE'],
  ])('%s, l’État n’est ni lu ni écrit', async (_titre, headers, code) => {
    for (const query of [MUTATION, '{ engagements { code } }']) {
      const response = await fetch(`${platform.partenaires.etat}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers() },
        body: JSON.stringify({ query }),
      });
      expect(response.status).toBe(401);
      expectRefusal(readAnswer({ status: 401, body: await response.json() }), code);
    }
  });
});

/** The same claims, signed by a key that nobody knows. */
function forge(token: string): string {
  const [, claims] = token.split('.');
  const { privateKey } = generateKeyPairSync('ed25519');
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', typ: 'passerelle+jwt' })).toString(
    'base64url',
  );
  const signed = `${header}.${claims}`;
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
}
