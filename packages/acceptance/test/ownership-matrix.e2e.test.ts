import { CARTE_INITIALE, ownerOf } from '@passerelle/composition';
import {
  estPartenaire,
  generateSigningKey,
  loadSigningKey,
  type Partenaire,
  signInternalToken,
} from '@passerelle/identity';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, askWithToken, codesOf } from './answer.js';
import { askSubgraph } from './matrix/live-graph.js';
import {
  type Agent,
  MAISONS,
  type Matrix,
  type Mutation,
  mayCall,
  prepareMatrix,
} from './matrix/prepare-matrix.js';
import { type Cell, describeCells, wrongCells } from './matrix/tally.js';

let platform: Platform;
let matrix: Matrix;

beforeAll(async () => {
  platform = await startPlatform();
  matrix = await prepareMatrix(platform);
});

afterAll(() => platform?.stop());

/** Its code when it was refused; `PASSE` when it was done, or answered by the rules of the domain. */
const issueOf = (answer: Answer): string => codesOf(answer).join('+') || 'PASSE';

async function expectNothingWritten(calls: () => Promise<readonly Cell[]>): Promise<void> {
  const before = await matrix.historique();
  const cells = await calls();
  expect(cells).not.toEqual([]);
  expect(wrongCells(cells), describeCells(cells)).toEqual([]);
  expect(await matrix.historique()).toEqual(before);
}

/** Act by act in the order of the graph; the history of each house then shows it. */
async function expectWritten(
  call: (agent: Agent, mutation: Mutation) => Promise<Answer>,
): Promise<void> {
  const before = await matrix.historique();
  const cells: Cell[] = [];
  for (const mutation of matrix.mutations) {
    const permitted = matrix.agents.filter((agent) => mayCall(agent, mutation));
    expect(permitted, mutation.nom).not.toEqual([]);
    for (const agent of permitted) {
      const obtenu = issueOf(await call(agent, mutation));
      cells.push({ mutation: mutation.nom, qui: agent.nom, obtenu, attendu: 'PASSE' });
    }
  }
  expect(wrongCells(cells), describeCells(cells)).toEqual([]);
  const after = await matrix.historique();
  for (const [index, house] of after.entries()) expect(house).not.toEqual(before[index]);
}

const unowned = (noms: readonly string[]): string[] =>
  noms.filter((nom) => !estPartenaire(ownerOf(CARTE_INITIALE, `Mutation.${nom}`)));

describe('la carte de responsabilité', () => {
  it('nomme le propriétaire de chaque mutation du graphe, et c’est lui seul qui la sert', () => {
    expect(matrix.noms).not.toEqual([]);
    expect(unowned(matrix.noms)).toEqual([]);
    for (const maison of MAISONS) {
      const siennes = matrix.mutations.filter(({ proprietaire }) => proprietaire === maison);
      expect(
        matrix.servies
          .get(maison)
          ?.map(({ nom }) => nom)
          .sort(),
      ).toEqual(siennes.map(({ nom }) => nom).sort());
    }
  });

  it('ne laisse pas passer une mutation nouvelle qu’elle n’attribue à personne', () => {
    expect(unowned(['toutEffacer', 'fusionnerContributionEtatRegion'])).toEqual([
      'toutEffacer',
      'fusionnerContributionEtatRegion',
    ]);
  });
});

describe('chaque mutation, par chaque agent, à la passerelle', () => {
  it('est refusée à qui n’est pas du propriétaire, ou n’en a pas le rôle, et rien n’est écrit', async () => {
    await expectNothingWritten(async () => {
      const cells: Cell[] = [];
      for (const mutation of matrix.mutations) {
        for (const agent of matrix.agents.filter((one) => !mayCall(one, mutation))) {
          const obtenu = issueOf(await agent.graphql(mutation.texte));
          cells.push({ mutation: mutation.nom, qui: agent.nom, obtenu, attendu: 'ACCES_REFUSE' });
        }
        const personne = await askWithToken(platform, null, { query: mutation.texte });
        const qui = 'personne';
        cells.push({
          mutation: mutation.nom,
          qui,
          obtenu: issueOf(personne),
          attendu: 'NON_AUTHENTIFIE',
        });
      }
      return cells;
    });
  });

  it('passe pour les rôles permis du propriétaire', async () => {
    await expectWritten((agent, { texte }) => agent.graphql(texte));
  });
});

describe('chaque mutation, par chaque agent, au port du sous-graphe qui la sert', () => {
  const at = async (mutation: Mutation, token?: string): Promise<Answer> =>
    askSubgraph(platform.partenaires[mutation.proprietaire], mutation.texte, token);

  it('est refusée sans jeton, avec un jeton forgé, ou émis pour un autre service', async () => {
    const { privee } = await generateSigningKey();
    // Same `kid` as the platform's, another key.
    const etrangere = { ...(await loadSigningKey(privee)), kid: matrix.cle.kid };
    await expectNothingWritten(async () => {
      const cells: Cell[] = [];
      for (const mutation of matrix.mutations) {
        const { nom, proprietaire } = mutation;
        const add = async (qui: string, attendu: string, token?: string): Promise<void> => {
          const obtenu = issueOf(await at(mutation, token));
          cells.push({ mutation: nom, qui, obtenu, attendu });
        };
        await add('personne', 'JETON_ABSENT');
        for (const { nom: qui, identite } of matrix.agents) {
          const forge = await signInternalToken(identite, {
            cle: etrangere,
            audience: proprietaire,
          });
          await add(`${qui}, jeton forgé`, 'JETON_INVALIDE', forge);
          for (const audience of [...MAISONS, 'registre'] as const) {
            if (audience === proprietaire) continue;
            const ailleurs = await signInternalToken(identite, { cle: matrix.cle, audience });
            await add(`${qui}, jeton pour ${audience}`, 'JETON_INVALIDE', ailleurs);
          }
        }
      }
      return cells;
    });
  });

  it('est refusée avec le vrai jeton d’un agent qui n’est pas du propriétaire, quels que soient ses droits', async () => {
    await expectNothingWritten(async () => {
      const cells: Cell[] = [];
      for (const mutation of matrix.mutations) {
        const { nom, proprietaire, scopes } = mutation;
        for (const agent of matrix.agents.filter((one) => !mayCall(one, mutation))) {
          const { identite } = agent;
          const tous = { ...identite, scopes: [...identite.scopes, ...scopes.flat()] };
          // One of the owner's without the role would be let in by the right that it lacks.
          const essais = identite.partenaire === proprietaire ? [identite] : [identite, tous];
          for (const [index, essai] of essais.entries()) {
            const token = await signInternalToken(essai, {
              cle: matrix.cle,
              audience: proprietaire,
            });
            cells.push({
              mutation: nom,
              qui: index === 0 ? agent.nom : `${agent.nom}, droits du propriétaire en plus`,
              obtenu: issueOf(await at(mutation, token)),
              attendu: 'ACCES_REFUSE',
            });
          }
        }
      }
      return cells;
    });
  });

  it('passe pour les rôles permis du propriétaire', async () => {
    await expectWritten(async ({ identite }, mutation) => {
      const audience = mutation.proprietaire;
      return at(mutation, await signInternalToken(identite, { cle: matrix.cle, audience }));
    });
  });
});

describe('à un sous-graphe', () => {
  /** Each subgraph × each text, asked by one of its own. */
  async function cellsOf(
    textes: (maison: Partenaire) => readonly { readonly nom: string; readonly texte: string }[],
    attendu: string,
  ): Promise<Cell[]> {
    const cells: Cell[] = [];
    for (const maison of MAISONS) {
      const token = await signInternalToken(matrix.agentOf(maison).identite, {
        cle: matrix.cle,
        audience: maison,
      });
      for (const { nom, texte } of textes(maison)) {
        const answer = await askSubgraph(platform.partenaires[maison], texte, token);
        cells.push({ mutation: nom, qui: maison, obtenu: issueOf(answer), attendu });
      }
    }
    return cells;
  }

  it('la mutation d’un autre n’existe pas', async () => {
    await expectNothingWritten(() =>
      cellsOf(
        (maison) => matrix.mutations.filter(({ proprietaire }) => proprietaire !== maison),
        'GRAPHQL_VALIDATION_FAILED',
      ),
    );
  });

  it('la fédération ne donne rien à écrire : ni entité en mutation, ni entité d’un autre qu’il ne tient pas', async () => {
    const entites = Object.entries(CARTE_INITIALE.types).filter(([, { cles }]) => cles.length > 0);
    await expectNothingWritten(() =>
      cellsOf(
        (maison) =>
          entites.map(([nom]) => ({
            nom: `${nom} chez ${maison}`,
            texte: `mutation { _entities(representations: [{ __typename: "${nom}" }]) { __typename } }`,
          })),
        'GRAPHQL_VALIDATION_FAILED',
      ),
    );
    const contributions = MAISONS.map((autre) => ({
      autre,
      nom: `Contribution${CARTE_INITIALE.partenaires[autre]?.suffixe}`,
    }));
    await expectNothingWritten(() =>
      cellsOf(
        (maison) =>
          contributions
            .filter(({ autre }) => autre !== maison)
            .map(({ nom }) => ({
              nom,
              texte: `{ _entities(representations: [{ __typename: "${nom}", id: "etat:E07:1" }]) { __typename } }`,
            })),
        'BAD_USER_INPUT',
      ),
    );
  });
});
