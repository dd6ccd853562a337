import { readFile } from 'node:fs/promises';
import { createInternalTokenVerifier, JetonExpire, JetonInvalide } from '@passerelle/identity';
import { COMMUN } from '@passerelle/publication';
import { z } from 'zod';
import type { Sql } from '../database/sql.js';
import { registreError } from '../errors/registre-error.js';
import type { Appelant } from './appelant.js';
import { findJeton, noteUsage } from './jeton-store.js';
import { hashOf, idOf, isSame } from './secret.js';

const jwksSchema = z.object({ keys: z.array(z.unknown()) });
/** A shorter root token would be a word that somebody chose. */
const RACINE_MIN_LENGTH = 32;

export interface AuthenticateDeps {
  readonly sql: Sql;
  readonly jetonsInternesJwks: string;
  readonly racineFichier: string;
  readonly maintenant: () => Date;
}

/** Who sends this: its bearer token says it and nothing else does. */
export type Authenticate = (authorization: string | undefined) => Promise<Appelant>;

/** @throws JETON_ABSENT, JETON_INVALIDE, JETON_EXPIRE, JETON_REVOQUE (401) */
export function createAuthenticate(deps: AuthenticateDeps): Authenticate {
  const { sql, maintenant } = deps;
  const verifyInternal = createInternalTokenVerifier({
    jwks: async () => jwksSchema.parse(JSON.parse(await readFile(deps.jetonsInternesJwks, 'utf8'))),
    audience: 'registre',
    maintenant,
  });

  async function fromJeton(texte: string, id: string): Promise<Appelant> {
    const found = await findJeton(sql, id);
    if (!found || !isSame(found.empreinte, hashOf(texte))) throw registreError('JETON_INVALIDE');
    const { jeton } = found;
    const now = maintenant();
    if (jeton.revoqueLe !== null) throw registreError('JETON_REVOQUE');
    if (jeton.expireLe !== null && Date.parse(jeton.expireLe) <= now.getTime()) {
      throw registreError('JETON_EXPIRE');
    }
    await noteUsage(sql, jeton, now);
    const { nom, genre, editeur } = jeton;
    return { nature: 'jeton', id, nom, genre, editeur };
  }

  async function fromInternal(texte: string): Promise<Appelant> {
    try {
      const { sujet, nature, partenaire, roles } = await verifyInternal(texte);
      if (nature !== 'agent') throw registreError('DROIT_INSUFFISANT');
      const administrateur = roles.includes('administrateur');
      return { nature: 'agent', sujet, editeur: partenaire, administrateur };
    } catch (cause) {
      if (cause instanceof JetonExpire) throw registreError('JETON_EXPIRE', { cause });
      if (cause instanceof JetonInvalide) throw registreError('JETON_INVALIDE', { cause });
      throw cause;
    }
  }

  /** The root token is a file, so that it can be changed or taken away without the database. */
  async function isRacine(texte: string): Promise<boolean> {
    const racine = await readFile(deps.racineFichier, 'utf8').catch(() => '');
    const attendu = racine.trim();
    return attendu.length >= RACINE_MIN_LENGTH && isSame(hashOf(attendu), hashOf(texte));
  }

  return async (authorization) => {
    if (authorization === undefined || authorization === '') throw registreError('JETON_ABSENT');
    const [scheme = '', texte = '', ...rest] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || texte === '' || rest.length > 0) {
      throw registreError('JETON_INVALIDE');
    }
    if (texte.split('.').length === 3) return fromInternal(texte);
    if (await isRacine(texte)) {
      return { nature: 'jeton', id: 'racine', nom: 'racine', genre: 'racine', editeur: COMMUN };
    }
    const id = idOf(texte);
    if (id === null) throw registreError('JETON_INVALIDE');
    return fromJeton(texte, id);
  };
}
