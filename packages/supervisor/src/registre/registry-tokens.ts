import { join } from 'node:path';
import { PARTENAIRES, type Partenaire } from '@passerelle/identity';
import {
  COMMUN,
  type DemandeJeton,
  etatSchema,
  jetonCreeSchema,
  listeDeJetonsSchema,
} from '@passerelle/publication';
import { z } from 'zod';
import { PRIVATE_FILE, readJson, readText, writeJson, writeWhole } from '../write-file.js';
import { CANAL_SERVI } from './offers.js';
import { type RegistryClient, RegistryRefusal } from './registry-client.js';

const EDITEURS = [...PARTENAIRES, COMMUN] as const;
type Editeur = (typeof EDITEURS)[number];

const partnerTokensSchema = z.object({
  administration: z.string(),
  schema: z.string(),
  module: z.string(),
});
const commonTokensSchema = partnerTokensSchema.omit({ schema: true });
const tokensSchema = z.object({
  etat: partnerTokensSchema,
  region: partnerTokensSchema,
  'pole-emploi': partnerTokensSchema,
  commun: commonTokensSchema,
});

/** `secrets/jetons-registre.json`: with what each publisher speaks to the registry. */
export type RegistryTokens = z.infer<typeof tokensSchema>;

export interface EnsuredTokens {
  readonly jetons: RegistryTokens;
  /** True when the registry knew none of those kept: its database is another, or new. */
  readonly estNouveau: boolean;
}

/**
 * Tokens of the four publishers and of the gateway, kept from one start to the next; those that the
 * registry no longer knows are made again, with the root token.
 *
 * @throws RegistryRefusal, RegistryUnreachable
 */
export async function ensureRegistryTokens(deps: {
  client: RegistryClient;
  dossier: string;
  racine: string;
}): Promise<EnsuredTokens> {
  const path = join(deps.dossier, 'secrets', 'jetons-registre.json');
  const gatewayPath = join(deps.dossier, 'secrets', 'passerelle.jeton');
  const kept = z.record(z.string(), z.unknown()).catch({}).parse(readJson(path));
  const [etat, region, poleEmploi, commun, passerelle] = await Promise.all([
    ensurePartner(deps, 'etat', kept['etat']),
    ensurePartner(deps, 'region', kept['region']),
    ensurePartner(deps, 'pole-emploi', kept['pole-emploi']),
    ensureCommon(deps, kept[COMMUN]),
    ensureGateway(deps, readText(gatewayPath)?.trim() ?? ''),
  ]);
  const jetons = {
    etat: etat.jetons,
    region: region.jetons,
    'pole-emploi': poleEmploi.jetons,
    commun: commun.jetons,
  };
  const made = [etat, region, poleEmploi, commun].map(({ faits }) => faits);
  if (made.some((faits) => faits > 0)) writeJson(path, jetons, PRIVATE_FILE);
  if (passerelle.faits > 0) writeWhole(gatewayPath, `${passerelle.jeton}\n`, PRIVATE_FILE);
  const estNouveau = made.every((faits) => faits > 0) && passerelle.faits > 0;
  return { jetons, estNouveau };
}

/** Null when `npm start` has not made them yet, or when the file is damaged. */
export function readRegistryTokens(dossier: string): RegistryTokens | null {
  const kept = tokensSchema.safeParse(readJson(join(dossier, 'secrets', 'jetons-registre.json')));
  return kept.success ? kept.data : null;
}

interface Deps {
  readonly client: RegistryClient;
  readonly racine: string;
}

async function ensurePartner(
  deps: Deps,
  editeur: Partenaire,
  kept: unknown,
): Promise<{ jetons: RegistryTokens[Partenaire]; faits: number }> {
  const known = partnerTokensSchema.partial().catch({}).parse(kept);
  const common = await ensureAdministration(deps, editeur, known.administration);
  const schema = await ensureOwn(deps, editeur, 'schema', common, known.schema);
  const module = await ensureOwn(deps, editeur, 'module', common, known.module);
  const { administration } = common;
  return {
    jetons: { administration, schema: schema.jeton, module: module.jeton },
    faits: common.faits + schema.faits + module.faits,
  };
}

async function ensureCommon(
  deps: Deps,
  kept: unknown,
): Promise<{ jetons: RegistryTokens[typeof COMMUN]; faits: number }> {
  const known = commonTokensSchema.partial().catch({}).parse(kept);
  const common = await ensureAdministration(deps, COMMUN, known.administration);
  const module = await ensureOwn(deps, COMMUN, 'module', common, known.module);
  const { administration } = common;
  return { jetons: { administration, module: module.jeton }, faits: common.faits + module.faits };
}

interface Administration {
  readonly administration: string;
  /** Ids of the publisher's tokens that still hold. */
  readonly ids: ReadonlySet<string>;
  readonly faits: number;
}

async function ensureAdministration(
  deps: Deps,
  editeur: Editeur,
  kept: string | undefined,
): Promise<Administration> {
  const listed = kept === undefined ? null : await listTokens(deps.client, kept);
  if (kept !== undefined && listed !== null) {
    return { administration: kept, ids: listed, faits: 0 };
  }
  const administration = await makeToken(deps.client, deps.racine, {
    nom: 'administration (npm start)',
    genre: 'administration',
    editeur,
  });
  const ids = (await listTokens(deps.client, administration)) ?? new Set<string>();
  return { administration, ids, faits: 1 };
}

async function ensureOwn(
  deps: Deps,
  editeur: Editeur,
  genre: 'schema' | 'module',
  { administration, ids }: Administration,
  kept: string | undefined,
): Promise<{ jeton: string; faits: number }> {
  if (kept !== undefined && ids.has(idOf(kept))) return { jeton: kept, faits: 0 };
  const jeton = await makeToken(deps.client, administration, {
    nom: `${genre} (npm start)`,
    genre,
    editeur,
  });
  return { jeton, faits: 1 };
}

async function ensureGateway(deps: Deps, kept: string): Promise<{ jeton: string; faits: number }> {
  if (kept !== '' && (await isKnown(deps.client, kept))) return { jeton: kept, faits: 0 };
  const jeton = await makeToken(deps.client, deps.racine, {
    nom: 'passerelle (npm start)',
    genre: 'passerelle',
    editeur: COMMUN,
  });
  return { jeton, faits: 1 };
}

async function makeToken(
  client: RegistryClient,
  jeton: string,
  demande: DemandeJeton,
): Promise<string> {
  const cree = await client.call({
    jeton,
    chemin: '/v1/jetons',
    corps: demande,
    reponse: jetonCreeSchema,
  });
  return cree.secret;
}

/** Null when the registry does not know the token that asks. */
async function listTokens(client: RegistryClient, jeton: string): Promise<Set<string> | null> {
  try {
    const { jetons } = await client.call({
      jeton,
      chemin: '/v1/jetons',
      reponse: listeDeJetonsSchema,
    });
    const now = new Date().toISOString();
    return new Set(
      jetons
        .filter(({ revoqueLe, expireLe }) => revoqueLe === null && (expireLe ?? now) >= now)
        .map(({ id }) => id),
    );
  } catch (error) {
    if (isUnknown(error)) return null;
    throw error;
  }
}

async function isKnown(client: RegistryClient, jeton: string): Promise<boolean> {
  try {
    await client.call({ jeton, chemin: `/v1/etat?canal=${CANAL_SERVI}`, reponse: etatSchema });
    return true;
  } catch (error) {
    if (isUnknown(error)) return false;
    throw error;
  }
}

function isUnknown(error: unknown): boolean {
  return error instanceof RegistryRefusal && error.statut === 401;
}

/** `psr_<id>_<secret>`. */
function idOf(jeton: string): string {
  return jeton.split('_')[1] ?? '';
}
