import { readFile } from 'node:fs/promises';
import {
  type Habilitations,
  loadSigningKey,
  parseHabilitations,
  type SigningKey,
} from '@passerelle/identity';
import { type Config, ConfigInvalide } from '../config.js';

export interface Secrets {
  sessionCle: Uint8Array;
  jetonsInternesCle: SigningKey;
  oidcClientSecret: string;
  habilitations: Habilitations;
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
  const [sessionCle, jetonsInternesCle, oidcClientSecret, habilitations] = await Promise.all([
    attempt('SESSION_CLE', () => readSessionKey(config.sessionCle)),
    attempt('JETONS_INTERNES_CLE', async () =>
      loadSigningKey(JSON.parse(await readText(config.jetonsInternesCle))),
    ),
    attempt('OIDC_CLIENT_SECRET_FICHIER', async () =>
      'valeur' in secret ? secret.valeur : (await readText(secret.fichier)).trim(),
    ),
    attempt('HABILITATIONS', () => readHabilitations(config.habilitations)),
  ]);
  if (
    sessionCle === undefined ||
    jetonsInternesCle === undefined ||
    oidcClientSecret === undefined ||
    habilitations === undefined
  ) {
    throw new ConfigInvalide(problemes);
  }
  return { sessionCle, jetonsInternesCle, oidcClientSecret, habilitations };
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
