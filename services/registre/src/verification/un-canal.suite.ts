import { readFileSync } from 'node:fs';
import { CARTE_INITIALE, type OperationConnue } from '@passerelle/composition';
import {
  empreinteDuSchema,
  empreinteOf,
  type ManifesteDeModule,
  type SousGraphePublie,
} from '@passerelle/publication';
import type { CanalVivant, ModuleVivant } from '../canal-vivant.js';
import type { EstPrevenu, VerificationDeps } from './deps.js';
import type { CandidatSchema } from './verifier-schema.js';

export const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;
type Partenaire = (typeof PARTENAIRES)[number];

/** Committed schema of a partner's service. */
export function schemaDe(partenaire: Partenaire): string {
  return readFileSync(new URL(`../../../${partenaire}/schema.graphql`, import.meta.url), 'utf8');
}

export function unSousGraphe(
  partenaire: Partenaire,
  schema = schemaDe(partenaire),
): SousGraphePublie {
  const origine = `http://127.0.0.1:41${PARTENAIRES.indexOf(partenaire)}0`;
  return {
    partenaire,
    revision: 1,
    empreinte: empreinteDuSchema(schema),
    url: `${origine}/graphql`,
    fluxUrl: `${origine}/graphql/stream`,
    santeUrl: `${origine}/sante/pret`,
    schema,
  };
}

export function unManifeste(
  partenaire: string,
  reste: Partial<ManifesteDeModule> = {},
): ManifesteDeModule {
  return {
    nom: partenaire,
    version: '0.1.0',
    entree: 'module.abcdefgh.js',
    css: [],
    routes: [],
    navigation: [],
    emplacements: [],
    requires: [],
    ...reste,
  };
}

export function unModule(
  partenaire: string,
  {
    documents = [],
    ...reste
  }: Partial<Omit<ModuleVivant, 'documents'>> & {
    documents?: readonly string[];
  } = {},
): ModuleVivant {
  return {
    partenaire,
    revision: 1,
    version: '0.1.0',
    cible: null,
    manifeste: unManifeste(partenaire),
    publieLe: '2026-01-01T00:00:00.000Z',
    documents: documents.map((texte) => ({ empreinte: empreinteOf(texte), texte })),
    ...reste,
  };
}

/** The three services live, nothing else. */
export function unCanal(reste: Partial<CanalVivant> = {}): CanalVivant {
  const hotes = ['127.0.0.1', 'localhost'];
  return {
    canal: 'production',
    numero: 7,
    carte: {
      revision: 1,
      carte: CARTE_INITIALE,
      hotes: Object.fromEntries(PARTENAIRES.map((partenaire) => [partenaire, hotes])),
      responsables: {},
    },
    sousGraphes: PARTENAIRES.map((partenaire) => unSousGraphe(partenaire)),
    modules: [],
    partages: null,
    ...reste,
  };
}

export function unCandidat(
  partenaire: Partenaire,
  schema = schemaDe(partenaire),
  reste: Partial<CandidatSchema> = {},
): CandidatSchema {
  const { url, fluxUrl, santeUrl } = unSousGraphe(partenaire);
  return { partenaire, schema, url, fluxUrl, santeUrl, ...reste };
}

export const AUJOURDHUI = '2026-03-15T09:00:00.000Z';

export function desDeps(
  reste: {
    operations?: readonly OperationConnue[];
    estPrevenu?: EstPrevenu;
    production?: boolean;
    maintenant?: string;
  } = {},
): VerificationDeps {
  return {
    production: reste.production ?? false,
    maintenant: () => new Date(reste.maintenant ?? AUJOURDHUI),
    operations: async () => reste.operations ?? [],
    prevenus: async () => reste.estPrevenu ?? (() => true),
  };
}
