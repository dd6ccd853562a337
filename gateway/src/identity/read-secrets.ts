import { readFile } from 'node:fs/promises';
import {
  type Habilitations,
  loadSigningKey,
  parseHabilitations,
  type SigningKey,
} from '@passerelle/identity';
import { type Trousseau, trousseauSchema } from '@passerelle/publication';
import { type Config, ConfigInvalide } from '../config.js';

export interface Secrets {
  sessionCle: Uint8Array;
  jetonsInternesCle: SigningKey;
  oidcClientSecret: string;
  habilitations: Habilitations;
  registre: { jeton: string; cles: Trousseau };
}

/** @throws ConfigInvalide naming every file that is missing or unusable, and its variable */
export async function readSecrets(config: Config): Promise<Secrets> {
  const problemes: string[] = [];
  async function attempt<T>(variable: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      problemes.push(`${variable} : ${detail}`);
      return undefined;
    }
  }
  const { secret } = config.oidc;
  const { registre: source } = config;
  const [
    sessionCle,
    jetonsInternesCle,
    oidcClientSecret,
    habilitations,
    registreJeton,
    registreCles,
  ] = await Promise.all([
    attempt('SESSION_CLE', () => readSessionKey(config.sessionCle)),
    attempt('JETONS_INTERNES_CLE', async () =>
      loadSigningKey(JSON.parse(await readText(config.jetonsInternesCle))),
    ),
    attempt('OIDC_CLIENT_SECRET_FICHIER', async () =>
      'valeur' in secret ? secret.valeur : (await readText(secret.fichier)).trim(),
    ),
    attempt('HABILITATIONS', () => readHabilitations(config.habilitations)),
    attempt('PASSERELLE_JETON_FICHIER', () => readToken(source)),
    attempt('PUBLICATIONS_CLES', async () =>
      trousseauSchema.parse(JSON.parse(await readText(source.cles))),
    ),
  ]);
  if (
    sessionCle === undefined ||
    jetonsInternesCle === undefined ||
    oidcClientSecret === undefined ||
    habilitations === undefined ||
    registreJeton === undefined ||
    registreCles === undefined
  ) {
    throw new ConfigInvalide(problemes);
  }
  const registre = { jeton: registreJeton, cles: registreCles };
  return { sessionCle, jetonsInternesCle, oidcClientSecret, habilitations, registre };
}

async function readToken({ jeton }: Config['registre']): Promise<string> {
  const valeur = ('valeur' in jeton ? jeton.valeur : await readText(jeton.fichier)).trim();
  if (!/^psr_[\w-]+$/.test(valeur)) throw new Error('ce n’est pas un jeton du registre (psr_…)');
  return valeur;
}

export async function readHabilitations(fichier: string): Promise<Habilitations> {
  return parseHabilitations(JSON.parse(await readText(fichier)));
}

async function readSessionKey(fichier: string): Promise<Uint8Array> {
  const cle = Buffer.from((await readText(fichier)).trim(), 'base64url');
  if (cle.length !== 32) throw new Error('la clé doit faire 32 octets, écrits en base64url');
  return cle;
}

async function readText(fichier: string): Promise<string> {
  try {
    return await readFile(fichier, 'utf8');
  } catch (cause) {
    throw new Error(`le fichier ${fichier} ne peut pas être lu`, { cause });
  }
}
