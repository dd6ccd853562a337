import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { composeGraph } from '@passerelle/composition';
import {
  generateSigningKey,
  type Habilitations,
  loadSigningKey,
  parseHabilitations,
} from '@passerelle/identity';
import { z } from 'zod';
import { createGateway, type Gateway, type Offer } from '../../src/create-gateway.js';
import type { PortalOptions, RegistryLink } from '../../src/create-portal-service.js';
import { closeServer, createHttpServer, listen } from '../../src/http/server.js';
import { createSessions } from '../../src/identity/session.js';
import { LIMITES, type Limites } from '../../src/limits.js';
import { createJournal } from '../../src/observability/journal.js';
import type { RegistryConnection } from '../../src/registre/connect-registry.js';
import type { PortalSource } from '../../src/registre/portal-source.js';
import type { UsageReporter } from '../../src/registre/usage-reporter.js';
import { createComposer } from '../../src/supergraph/composer.js';
import { createGraph } from '../../src/supergraph/graph.js';
import { createPlanners } from '../../src/supergraph/planners.js';
import { SCHEMAS } from './graphe.js';
import type { SousGrapheDeTest } from './un-sous-graphe.js';

export const EMETTEUR = 'http://127.0.0.1:4010';

/** Agents of the tests: `sujet` -> what they may do. */
const HABILITATIONS = {
  agents: [
    agent('agent-etat', 'etat', 'chef-de-projet'),
    agent('agent-region', 'region', 'charge-de-mission'),
    agent('agent-pole-emploi', 'pole-emploi', 'directeur-territorial'),
  ],
  integrateurs: [
    {
      clientId: 'integrateur-de-test',
      organisation: 'Éditeur',
      partenaire: null,
      scopes: ['protocole:lire:public'],
    },
  ],
};

function agent(sujet: string, partenaire: string, role: string) {
  return {
    emetteur: EMETTEUR,
    sujet,
    organisation: 'Organisation',
    fonction: 'Fonction',
    partenaire,
    roles: [role],
    territoire: null,
  };
}

const reponseSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.looseObject({
          code: z.string(),
          reference: z.string(),
          partenaire: z.string().optional(),
        }),
      }),
    )
    .optional(),
  extensions: z
    .looseObject({
      partenaires: z.array(
        z.object({
          partenaire: z.string(),
          statut: z.enum(['ok', 'partiel', 'indisponible', 'refuse']),
          dureeMs: z.number(),
          code: z.string().optional(),
        }),
      ),
    })
    .optional(),
});

export type Reponse = z.infer<typeof reponseSchema> & { statut: number; entetes: Headers };

export interface PasserelleDeTest {
  adresse: string;
  emetteur: string;
  gateway: Gateway;
  jetonsPublics: { keys: unknown[] };
  /** A cookie as after sign-in. */
  cookieDe(sujet: string, amr?: string[]): Promise<string>;
  /** Same key, so that a test may age a session. */
  sessionCle: Uint8Array;
  changerHabilitations(habilitations: unknown): void;
  retablirHabilitations(): void;
  demander(query: string, options?: DemandeOptions): Promise<Reponse>;
  envoyer(init: RequestInit): Promise<Response>;
  publier(
    sousGraphes: readonly SousGrapheDeTest[],
    numero?: number,
    documents?: Offer['documents'],
  ): Promise<void>;
  arreter(): Promise<void>;
}

interface DemandeOptions {
  sujet?: string;
  variables?: Record<string, unknown>;
  operationName?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

interface PasserelleOptions {
  limites?: Partial<Limites>;
  delaiRequeteMs?: number;
  delaiPartenaireMs?: number;
  emetteur?: string;
  clientSecret?: string;
  habilitations?: unknown;
  portail?: PortalSource;
  pages?: Partial<PortalOptions>;
  port?: number;
  registre?: RegistryLink;
  /** Follows this registry, in place of what `publier` would serve at the beginning. */
  connexion?: RegistryConnection;
  documents?: Offer['documents'];
  schemas?: Readonly<Record<string, string>>;
  onUse?: UsageReporter['record'];
}

/** A real gateway on a free port, in front of these subgraphs. */
export async function unePasserelle(
  sousGraphes: readonly SousGrapheDeTest[],
  options: PasserelleOptions = {},
): Promise<PasserelleDeTest> {
  const port = options.port ?? (await freePort());
  const adresse = `http://127.0.0.1:${port}`;
  const cles = await generateSigningKey();
  const sessionCle = randomBytes(32);
  let habilitations: Habilitations = parseHabilitations(options.habilitations ?? HABILITATIONS);
  const gateway = createGateway({
    adressePublique: new URL(adresse),
    limites: { ...LIMITES, ...options.limites },
    delaiRequeteMs: options.delaiRequeteMs ?? 5_000,
    delaiPartenaireMs: options.delaiPartenaireMs ?? 2_000,
    journal: createJournal('silent'),
    portail: {
      demonstration: true,
      dateDonnees: '2023-12-15',
      dossier: null,
      surchargesLocales: false,
      ...options.pages,
    },
    registre: options.connexion?.link ?? options.registre ?? null,
    onUse: options.onUse ?? options.connexion?.recordUse,
    identity: {
      sessionCle,
      jetonsInternesCle: await loadSigningKey(cles.privee),
      habilitations: () => habilitations,
      oidc: {
        emetteur: new URL(options.emetteur ?? EMETTEUR),
        clientId: 'portail-de-test',
        clientSecret: options.clientSecret ?? 'secret',
        authentificationClient: 'basic',
        scope: 'openid given_name usual_name',
        userinfoAlg: undefined,
      },
      audience: 'passerelle',
      mandatairesDeConfiance: [],
    },
  });
  const threads = { composer: createComposer(), planners: createPlanners() };
  const publier: PasserelleDeTest['publier'] = async (
    parts,
    numero = 1,
    documents = options.documents ?? [],
  ) => {
    const sousGraphes = parts.map((part) => ({
      partenaire: part.partenaire,
      ...part.adresses(),
      schema: (options.schemas ?? SCHEMAS)[part.partenaire] ?? '',
    }));
    const compose = composeGraph(sousGraphes);
    if (!compose.ok) throw new Error(JSON.stringify(compose.errors));
    await gateway.serve({
      numero,
      graph: await createGraph({ supergraphe: compose.supergraphSdl, sousGraphes }, threads),
      partenaires: sousGraphes.map(({ partenaire, santeUrl }) => ({ partenaire, santeUrl })),
      portail: options.portail ?? null,
      documents,
    });
  };
  if (options.connexion === undefined) await publier(sousGraphes);
  else await options.connexion.start(gateway);
  const server: Server = createHttpServer(gateway.handle, (error) => {
    throw error;
  });
  await listen(server, port, '127.0.0.1');
  const sessions = createSessions({ cle: sessionCle });

  const cookieDe = async (sujet: string, amr = ['pwd']): Promise<string> => {
    const { cookie } = await sessions.open({
      emetteur: options.emetteur ?? EMETTEUR,
      sujet,
      prenom: 'Camille',
      nom: 'EXEMPLE',
      amr,
      idToken: null,
    });
    return `passerelle=${cookie}`;
  };
  const envoyer = (init: RequestInit): Promise<Response> => fetch(`${adresse}/graphql`, init);

  return {
    adresse,
    emetteur: options.emetteur ?? EMETTEUR,
    gateway,
    sessionCle,
    jetonsPublics: cles.publiques,
    cookieDe,
    changerHabilitations(json) {
      habilitations = parseHabilitations(json);
    },
    retablirHabilitations() {
      habilitations = parseHabilitations(options.habilitations ?? HABILITATIONS);
    },
    envoyer,
    async demander(query, demande = {}) {
      const response = await envoyer({
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: adresse,
          cookie: await cookieDe(demande.sujet ?? 'agent-region'),
          ...demande.headers,
        },
        body: JSON.stringify({
          query,
          ...(demande.variables === undefined ? {} : { variables: demande.variables }),
          ...(demande.operationName === undefined ? {} : { operationName: demande.operationName }),
        }),
        ...(demande.signal === undefined ? {} : { signal: demande.signal }),
      });
      const json: unknown = await response.json();
      return { statut: response.status, entetes: response.headers, ...reponseSchema.parse(json) };
    },
    publier,
    async arreter() {
      gateway.beginStop();
      await closeServer(server, 500);
      await gateway.close();
      await options.connexion?.stop();
      await Promise.all([threads.composer.close(), threads.planners.close()]);
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createHttpServer(
    async () => undefined,
    () => undefined,
  );
  const { port } = await listen(server, 0, '127.0.0.1');
  await closeServer(server, 0);
  return port;
}

/** Waits for a condition, never for a time. */
export async function jusqua(condition: () => boolean | Promise<boolean>): Promise<void> {
  const limite = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > limite) throw new Error('la condition attendue n’est jamais venue');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
