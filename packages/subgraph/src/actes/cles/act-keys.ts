import { readFile } from 'node:fs/promises';
import {
  generateSigningKey,
  type JwkSet,
  loadSigningKey,
  type Partenaire,
  type SigningKey,
} from '@passerelle/identity';
import { z } from 'zod';

interface KeyLog {
  warn(fields: object, message: string): void;
}

/** The key with which this house signs, read once. */
export interface SigningKeySource {
  read(): Promise<SigningKey>;
}

/**
 * @param options.mayMakeOne - outside production, a service that runs alone, without the
 *   supervisor's secrets, signs with a key of its own that nobody else knows
 */
export function signingKeySource(options: {
  partenaire: Partenaire;
  path: string;
  mayMakeOne: boolean;
  log: KeyLog;
}): SigningKeySource {
  const { partenaire, path, mayMakeOne, log } = options;
  let reading: Promise<SigningKey> | undefined;

  async function load(): Promise<SigningKey> {
    try {
      return await loadSigningKey(newestOf(JSON.parse(await readFile(path, 'utf8'))));
    } catch (error) {
      if (!(mayMakeOne && isAbsent(error))) {
        throw new Error(`ACTES_CLE : ${path} ne donne pas de clé privée Ed25519.`, {
          cause: error,
        });
      }
      log.warn({ path }, 'no key for acts: signing with one that the other houses do not know');
      return loadSigningKey((await generateSigningKey(`actes-${partenaire}-`)).privee);
    }
  }

  return {
    read() {
      reading ??= load().catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
      return reading;
    },
  };
}

/** One private JWK, or several while keys change: the first one signs. */
function newestOf(content: unknown): unknown {
  const set = jwkSetSchema.safeParse(content);
  return set.success ? set.data.keys[0] : content;
}

const jwkSetSchema = z.object({ keys: z.array(z.unknown()) });
/** By house; one that this version does not know is none of its concern. */
const publicKeysSchema = z.record(z.string(), jwkSetSchema);

/** Public keys of each house, former ones included: `{ "etat": { "keys": [JWK…] }, … }`. */
export function publicKeysFile(path: string): () => Promise<Readonly<Record<string, JwkSet>>> {
  return async () => publicKeysSchema.parse(JSON.parse(await readFile(path, 'utf8')));
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
