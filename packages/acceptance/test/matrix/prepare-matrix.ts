import { CARTE_INITIALE, ownerOf } from '@passerelle/composition';
import {
  COMPTES_DEMONSTRATION,
  estPartenaire,
  habilitationsDemonstration,
  type Identite,
  identiteOfAgent,
  identiteOfIntegrateur,
  type Partenaire,
  type SigningKey,
} from '@passerelle/identity';
import type { Platform } from '@passerelle/testing';
import type { GraphQLField } from 'graphql';
import { type Answer, ask, askWithToken, codesOf } from '../answer.js';
import { type MutationServie, mutationsServies, platformKey, readGraph } from './live-graph.js';
import { minimalMutation } from './minimal-mutation.js';

/** Everything that is called is generated from the map and the live graph: nothing is listed. */
export const MAISONS: readonly Partenaire[] = Object.keys(CARTE_INITIALE.partenaires).filter(
  estPartenaire,
);

export interface Mutation {
  readonly nom: string;
  /** As the graph shows it. */
  readonly champ: GraphQLField<unknown, unknown>;
  /** A valid call. */
  readonly texte: string;
  readonly proprietaire: Partenaire;
  /** Any one of these sets of rights opens it; empty when everyone of the owner's may. */
  readonly scopes: MutationServie['scopes'];
}

export interface Agent {
  readonly nom: string;
  readonly identite: Identite;
  /** Asks the gateway, with a session or an access token. */
  readonly graphql: (texte: string) => Promise<Answer>;
}

export interface Matrix {
  readonly cle: SigningKey;
  /** Each demonstration account, and the integrator. */
  readonly agents: readonly Agent[];
  /** Names of the graph's mutations, as the gateway shows them. */
  readonly noms: readonly string[];
  /** Those that the map gives to a partner. */
  readonly mutations: readonly Mutation[];
  /** What each partner's own process serves. */
  readonly servies: ReadonlyMap<Partenaire, readonly MutationServie[]>;
  /** Somebody of the house, who reads its drafts too. */
  readonly agentOf: (maison: Partenaire) => Agent;
  /** Every version of every contribution, house by house, each seen by one of its own. */
  readonly historique: () => Promise<readonly unknown[]>;
}

export async function prepareMatrix(platform: Platform): Promise<Matrix> {
  const cle = await platformKey(platform);
  const agents = await toutLeMonde(platform);
  const agentOf = (maison: Partenaire): Agent => {
    const agent = agents.find(({ identite }) => identite.partenaire === maison);
    if (!agent) throw new Error(`personne chez ${maison}`);
    return agent;
  };
  const servies = new Map<Partenaire, readonly MutationServie[]>();
  for (const maison of MAISONS) {
    const { identite } = agentOf(maison);
    const origin = platform.partenaires[maison];
    servies.set(maison, await mutationsServies(origin, maison, identite, cle));
  }
  const graph = await readGraph(agentOf('etat').graphql);
  const champs = Object.values(graph.getMutationType()?.getFields() ?? {});
  return {
    cle,
    agents,
    agentOf,
    servies,
    noms: champs.map(({ name }) => name),
    mutations: champs.flatMap((champ) => {
      const proprietaire = ownerOf(CARTE_INITIALE, `Mutation.${champ.name}`);
      if (!estPartenaire(proprietaire)) return [];
      const texte = minimalMutation(champ, { engagement: 'E07' });
      const scopes = servies.get(proprietaire)?.find(({ nom }) => nom === champ.name)?.scopes;
      return [{ nom: champ.name, champ, texte, proprietaire, scopes: scopes ?? [] }];
    }),
    historique: () => Promise.all(MAISONS.map((maison) => historiqueDe(maison, agentOf(maison)))),
  };
}

/** By the map and the rights that the mutation asks for. */
export function mayCall({ identite }: Agent, { proprietaire, scopes }: Mutation): boolean {
  const hasRight = scopes.some((set) => set.every((one) => identite.scopes.includes(one)));
  return identite.partenaire === proprietaire && (scopes.length === 0 || hasRight);
}

async function toutLeMonde(platform: Platform): Promise<Agent[]> {
  const { agents, integrateurs } = habilitationsDemonstration(platform.emetteur);
  const jeton = await platform.integratorToken();
  const found: Agent[] = integrateurs.map((integrateur) => ({
    nom: 'l’intégrateur',
    identite: identiteOfIntegrateur(integrateur),
    graphql: (query) => askWithToken(platform, jeton, { query }),
  }));
  for (const { identifiant, sujet, amr } of COMPTES_DEMONSTRATION) {
    const habilitation = agents.find((agent) => agent.sujet === sujet);
    if (!habilitation) throw new Error(`${identifiant} n’est pas habilité`);
    const session = await platform.openSession(identifiant);
    found.push({
      nom: identifiant,
      identite: identiteOfAgent(habilitation, { amr }),
      graphql: (query) => ask(session, query),
    });
  }
  return found;
}

async function historiqueDe(maison: Partenaire, agent: Agent): Promise<unknown> {
  const answer = await agent.graphql(
    `{ engagements { code contribution${CARTE_INITIALE.partenaires[maison]?.suffixe} {
         version etat avancement
         historique(first: 50) { nodes { id version etat avancement commentaire } } } } }`,
  );
  if (!answer.data || answer.errors) {
    throw new Error(`L’historique de ${maison} ne se lit pas : ${codesOf(answer).join(', ')}`);
  }
  return answer.data;
}
