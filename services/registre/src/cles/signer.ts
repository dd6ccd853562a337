import type { SigningKey } from '@passerelle/identity';
import type { Trousseau } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import { listCles, trousseauOf } from './cle-store.js';
import { readPrivateKeys } from './key-files.js';

/** With what the next publication is signed, and the keys that it tells gateways to trust. */
export interface Signature {
  readonly cle: SigningKey;
  readonly trousseau: Trousseau;
}

export type Signer = (sql: Sql) => Promise<Signature>;

/**
 * The private file is read at each signature: replacing it needs no restart. The key designated
 * signs; where the file no longer holds it, the last one announced that the file holds does.
 *
 * @throws CLE_ABSENTE when the file holds no key that gateways trust
 */
export function createSigner({ clePrivee }: { clePrivee: string }): Signer {
  return async (sql) => {
    const actives = (await listCles(sql)).filter(({ retireeLe }) => retireeLe === null);
    const held = await readPrivateKeys(clePrivee).catch((cause: unknown) => {
      throw registreError('CLE_ABSENTE', { cause });
    });
    const byPreference = [
      ...actives.filter(({ signataire }) => signataire),
      ...actives.toReversed(),
    ];
    for (const { kid } of byPreference) {
      const cle = held.find((each) => each.kid === kid);
      if (cle) return { cle, trousseau: trousseauOf(actives) };
    }
    throw registreError('CLE_ABSENTE');
  };
}
