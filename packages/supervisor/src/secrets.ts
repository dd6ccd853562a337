import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import {
  CLIENT_INTEGRATEUR_DEMONSTRATION,
  COMPTES_DEMONSTRATION,
  type CompteDemonstration,
  clientDuService,
  generateSigningKey,
  PARTENAIRES,
  type Partenaire,
} from '@passerelle/identity';
import { exportJWK, generateKeyPair } from 'jose';
import type { Config } from './config.js';
import {
  makeFolder,
  PRIVATE_FILE,
  PRIVATE_FOLDER,
  readJson,
  readText,
  writeJson,
  writeWhole,
} from './write-file.js';

export interface CompteAvecMotDePasse extends CompteDemonstration {
  readonly motDePasse: string;
}

export interface Secrets {
  readonly comptes: readonly CompteAvecMotDePasse[];
  readonly integrateur: { readonly clientId: string; readonly clientSecret: string };
  /** The registry's own token, with which the first ones of all others are made. */
  readonly jetonRacine: string;
}

/** Easily typed: no letter or digit that looks like another. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Makes at the first start, and keeps, everything that must stay secret; the files that also hold
 * addresses are written anew each time, because a port may have moved.
 */
export async function ensureSecrets(config: Config): Promise<Secrets> {
  const folder = join(config.dossier, 'secrets');
  makeFolder(folder, PRIVATE_FOLDER);
  await ensureSigningKeys(folder, 'jetons-internes');
  await ensureSigningKeys(folder, 'publications');
  await ensureActeKeys(folder);
  const jetonRacine = keep(join(folder, 'registre-racine.jeton'), makeKey);
  keep(join(folder, 'session.cle'), makeKey);
  const portail = keep(join(folder, 'oidc-client.secret'), makeKey);
  const integrateur = {
    clientId: CLIENT_INTEGRATEUR_DEMONSTRATION,
    clientSecret: keep(join(folder, 'integrateur.secret'), makeKey),
  };
  const services = PARTENAIRES.map((partenaire) => ({
    clientId: clientDuService(partenaire),
    clientSecret: keep(join(folder, secretDuService(partenaire)), makeKey),
  }));
  await ensureProviderKeys(join(folder, 'identite-cles.json'));
  const comptes = ensurePasswords(join(folder, 'comptes.motsdepasse.json'));
  writeJson(join(folder, 'identite-comptes.json'), comptes, PRIVATE_FILE);
  writeJson(
    join(folder, 'identite-clients.json'),
    clients(config, portail, [integrateur, ...services]),
    PRIVATE_FILE,
  );
  return { comptes, integrateur, jetonRacine };
}

function clients(
  config: Config,
  secretDuPortail: string,
  programmes: readonly Secrets['integrateur'][],
): unknown[] {
  return [
    {
      client_id: config.env['OIDC_CLIENT_ID'] ?? 'passerelle-portail',
      client_secret: secretDuPortail,
      client_name: 'Passerelle',
      redirect_uris: [`${config.adressePublique}/connexion/retour`],
      post_logout_redirect_uris: [`${config.adressePublique}/`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
    },
    ...programmes.map(({ clientId, clientSecret }) => ({
      client_id: clientId,
      client_secret: clientSecret,
      client_name: clientId,
      redirect_uris: [],
      post_logout_redirect_uris: [],
      grant_types: ['client_credentials'],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_basic',
    })),
  ];
}

/** File, in the folder of secrets, with which a house's service asks for its token. */
export function secretDuService(partenaire: Partenaire): string {
  return `${clientDuService(partenaire)}.secret`;
}

/** File, in the folder of secrets, of the key that signs a house's acts; its service alone reads it. */
export function cleDesActes(partenaire: Partenaire): string {
  return `actes-${partenaire}.privee.json`;
}

/** File, in the folder of secrets, of the keys with which every house verifies the others' acts. */
export const CLES_DES_ACTES = 'actes.publiques.json';

/**
 * Former public keys stay: what they signed must remain verifiable. A private key whose public half
 * is not known gets a successor; the other houses are never asked to believe it.
 */
async function ensureActeKeys(folder: string): Promise<void> {
  const path = join(folder, CLES_DES_ACTES);
  const kept = readJson(path);
  const known = isRecord(kept) ? kept : {};
  for (const partenaire of PARTENAIRES) {
    const privee = join(folder, cleDesActes(partenaire));
    if (arePaired(readJson(privee), known[partenaire])) continue;
    const pair = await generateSigningKey(`actes-${partenaire}-`);
    known[partenaire] = { keys: [...keysIn(known[partenaire]), ...pair.publiques.keys] };
    writeJson(path, known, PRIVATE_FILE);
    writeJson(privee, pair.privee, PRIVATE_FILE);
  }
}

/** `<usage>.privee.json` signs, `<usage>.publiques.json` is what others trust. */
async function ensureSigningKeys(folder: string, usage: string): Promise<void> {
  const privee = join(folder, `${usage}.privee.json`);
  const publiques = join(folder, `${usage}.publiques.json`);
  if (arePaired(readJson(privee), readJson(publiques))) return;
  const pair = await generateSigningKey();
  // The public part first: a private key whose public part is missing would be refused everywhere.
  writeJson(publiques, pair.publiques, PRIVATE_FILE);
  writeJson(privee, pair.privee, PRIVATE_FILE);
}

async function ensureProviderKeys(path: string): Promise<void> {
  if (isProviderKeys(readJson(path))) return;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const key = { ...jwk, use: 'sig', alg: 'RS256', kid: randomBytes(12).toString('base64url') };
  writeJson(path, { keys: [key], cookies: [makeKey()] }, PRIVATE_FILE);
}

/** Whether the public file lets in what the private one signs: one key, or several while keys change. */
function arePaired(privee: unknown, publiques: unknown): boolean {
  const publics = keysIn(publiques);
  return [privee, ...keysIn(privee)].some((cle) => {
    if (!isRecord(cle)) return false;
    const { kid, x, d } = cle;
    if (typeof kid !== 'string' || typeof x !== 'string' || typeof d !== 'string') return false;
    return publics.some((key) => isRecord(key) && key['kid'] === kid && key['x'] === x);
  });
}

function keysIn(jwks: unknown): readonly unknown[] {
  return isRecord(jwks) && Array.isArray(jwks['keys']) ? jwks['keys'] : [];
}

function isProviderKeys(kept: unknown): boolean {
  if (!isRecord(kept)) return false;
  const { keys, cookies } = kept;
  return (
    Array.isArray(keys) &&
    keys.some((key) => isRecord(key) && typeof key['kid'] === 'string' && 'd' in key) &&
    Array.isArray(cookies) &&
    cookies.some((cookie) => typeof cookie === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function ensurePasswords(path: string): CompteAvecMotDePasse[] {
  const kept = readJson(path);
  const known = new Map<string, unknown>(
    typeof kept === 'object' && kept !== null ? Object.entries(kept) : [],
  );
  const comptes = COMPTES_DEMONSTRATION.map((compte) => {
    const motDePasse = known.get(compte.identifiant);
    const isKept = typeof motDePasse === 'string' && motDePasse !== '';
    return { ...compte, motDePasse: isKept ? motDePasse : makePassword() };
  });
  const passwords = comptes.map(
    ({ identifiant, motDePasse }) => [identifiant, motDePasse] as const,
  );
  writeJson(path, Object.fromEntries(passwords), PRIVATE_FILE);
  return comptes;
}

/** A damaged file is made again: it would be refused later, or worse, refuse everyone in silence. */
function keep(path: string, make: () => string): string {
  const kept = readText(path)?.trim();
  if (kept !== undefined && /^[\w-]{43}$/.test(kept)) return kept;
  const made = make();
  writeWhole(path, `${made}\n`, PRIVATE_FILE);
  return made;
}

function makeKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Three groups of four: about 59 random bits, enough behind a lock-out. */
function makePassword(): string {
  const groups = Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  );
  return groups.join('-');
}
