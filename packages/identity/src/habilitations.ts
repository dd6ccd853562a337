import { z } from 'zod';
import { type Identite, territoireSchema } from './identite.js';
import { NOM_PARTENAIRE, PARTENAIRES } from './partenaires.js';
import { REGLES_DES_ROLES, ROLES } from './roles.js';
import { SCOPE_LIRE_PUBLIC, SCOPES_DE_SERVICE, scopesOf } from './scopes.js';

const agentSchema = z.strictObject({
  emetteur: z.string().min(1),
  sujet: z.string().min(1).max(255),
  prenom: z.string().optional(),
  organisation: z.string().min(1),
  fonction: z.string().min(1),
  partenaire: z.enum(PARTENAIRES).nullable(),
  roles: z.array(z.enum(ROLES)).min(1),
  territoire: territoireSchema.nullable(),
});

const integrateurSchema = z.strictObject({
  clientId: z.string().min(1).max(255),
  organisation: z.string().min(1),
  partenaire: z.null(),
  // An integrator has no house: nothing but the public reading can be granted by this file.
  scopes: z.array(z.literal(SCOPE_LIRE_PUBLIC)),
});

const serviceSchema = z.strictObject({
  clientId: z.string().min(1).max(255),
  partenaire: z.enum(PARTENAIRES),
  // A program reads for its house; nobody can make it sign in an agent's place.
  scopes: z.array(z.enum(SCOPES_DE_SERVICE)).min(1),
});

const fileSchema = z
  .strictObject({
    agents: z.array(agentSchema),
    integrateurs: z.array(integrateurSchema),
    services: z.array(serviceSchema).default([]),
  })
  .superRefine(({ agents, integrateurs, services }, context) => {
    const refuse = (message: string, path: PropertyKey[]) =>
      context.addIssue({ code: 'custom', message, path });
    const subjects = new Set<string>();
    for (const [index, agent] of agents.entries()) {
      // The subject alone signs what an agent writes: it must name one person, whoever issues it.
      if (subjects.has(agent.sujet)) refuse('sujet déjà habilité', ['agents', index, 'sujet']);
      subjects.add(agent.sujet);
      for (const role of agent.roles) {
        if (role === 'integrateur' || role === 'service') {
          refuse(`« ${role} » n’est pas un rôle d’agent`, ['agents', index, 'roles']);
          continue;
        }
        const { maisons } = REGLES_DES_ROLES[role];
        const isHeld =
          agent.partenaire === null ? maisons.length === 0 : maisons.includes(agent.partenaire);
        if (!isHeld) {
          refuse(`le rôle « ${role} » n’existe pas chez ce partenaire`, ['agents', index, 'roles']);
        }
      }
    }
    const clients = new Set<string>();
    for (const [kind, held] of Object.entries({ integrateurs, services })) {
      for (const [index, { clientId }] of held.entries()) {
        if (clients.has(clientId)) refuse('client déjà habilité', [kind, index, 'clientId']);
        // What a program signs must never read as an agent's.
        if (subjects.has(clientId)) refuse('c’est le sujet d’un agent', [kind, index, 'clientId']);
        clients.add(clientId);
      }
    }
  });

export type HabilitationAgent = z.infer<typeof agentSchema>;
export type HabilitationIntegrateur = z.infer<typeof integrateurSchema>;
export type HabilitationService = z.infer<typeof serviceSchema>;

/** Who was confirmed by a partner's administrator, and as what: `siret` alone never grants a role. */
export interface Habilitations {
  readonly agents: readonly HabilitationAgent[];
  readonly integrateurs: readonly HabilitationIntegrateur[];
  find(emetteur: string, sujet: string): HabilitationAgent | undefined;
  findIntegrateur(clientId: string): HabilitationIntegrateur | undefined;
  /** The program of a house, by the client with which it asks for its token. */
  findService(clientId: string): HabilitationService | undefined;
}

/** The file is unusable; `problemes` lists everything wrong at once, in French. */
export class HabilitationsInvalides extends Error {
  readonly code = 'HABILITATIONS_INVALIDES';

  constructor(readonly problemes: readonly string[]) {
    super(`Le fichier des habilitations est refusé : ${problemes.join(' ; ')}.`);
    this.name = 'HabilitationsInvalides';
  }
}

/** @throws HabilitationsInvalides with every problem at once */
export function parseHabilitations(json: unknown): Habilitations {
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    throw new HabilitationsInvalides(
      parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} : ${issue.message}`),
    );
  }
  const { agents, integrateurs, services } = parsed.data;
  const bySubject = new Map(agents.map((agent) => [agent.sujet, agent]));
  const byClient = new Map(integrateurs.map((integrateur) => [integrateur.clientId, integrateur]));
  const serviceByClient = new Map(services.map((service) => [service.clientId, service]));
  return {
    agents,
    integrateurs,
    find(emetteur, sujet) {
      const agent = bySubject.get(sujet);
      return agent?.emetteur === emetteur ? agent : undefined;
    },
    findIntegrateur: (clientId) => byClient.get(clientId),
    findService: (clientId) => serviceByClient.get(clientId),
  };
}

/** The identity of an agent who has just signed in. `amr` comes from the identity provider. */
export function identiteOfAgent(
  agent: HabilitationAgent,
  session: { amr: readonly string[]; finalite?: string | null },
): Identite {
  return {
    sujet: agent.sujet,
    nature: 'agent',
    fonction: agent.fonction,
    organisation: agent.organisation,
    partenaire: agent.partenaire,
    roles: [...agent.roles],
    scopes: scopesOf(agent.roles, agent.partenaire),
    territoire: agent.territoire,
    finalite: session.finalite ?? null,
    amr: [...session.amr],
  };
}

/** The identity of an application that presented its own access token. */
export function identiteOfIntegrateur(integrateur: HabilitationIntegrateur): Identite {
  return {
    sujet: integrateur.clientId,
    nature: 'integrateur',
    fonction: REGLES_DES_ROLES.integrateur.libelle,
    organisation: integrateur.organisation,
    partenaire: null,
    roles: ['integrateur'],
    scopes: [...integrateur.scopes],
    territoire: null,
    finalite: null,
    amr: [],
  };
}

/** The identity of a house's own program: it reads in its house's name and never acts. */
export function identiteOfService(service: HabilitationService): Identite {
  return {
    sujet: service.clientId,
    nature: 'service',
    fonction: REGLES_DES_ROLES.service.libelle,
    organisation: NOM_PARTENAIRE[service.partenaire],
    partenaire: service.partenaire,
    roles: ['service'],
    scopes: [...service.scopes],
    territoire: null,
    finalite: null,
    amr: [],
  };
}
