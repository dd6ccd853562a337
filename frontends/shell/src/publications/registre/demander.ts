import { rafraichirSession, type Session } from '@passerelle/portal-kit';
import {
  ErreurDuRegistre,
  erreurDeReseau,
  ILLISIBLE,
  SESSION_EXPIREE,
  traduireRefus,
} from './erreur-du-registre.js';
import { ReponseIllisible } from './source.js';

/** The registry behind the gateway: same paths, with the agent's session. */
const RACINE = '/registre';
const DELAI_DE_LECTURE_MS = 20_000;
/** A publication composes the graph, checks it and writes: longer than a reading. */
const DELAI_D_ACTE_MS = 60_000;

export interface Demande {
  methode?: 'GET' | 'POST' | 'DELETE';
  corps?: object;
  /** 422 is an answer too: the report that says why nothing was published. */
  refusEstReponse?: boolean;
  signal?: AbortSignal;
}

export interface DepsDemander {
  fetch: typeof fetch;
  rafraichirSession: () => Promise<Session>;
}

export type Demander = <T>(
  chemin: string,
  lire: (corps: unknown) => T,
  demande?: Demande,
) => Promise<T>;

async function corpsDe(reponse: Response): Promise<unknown> {
  const texte = await reponse.text();
  if (texte === '') return null;
  try {
    return JSON.parse(texte);
  } catch {
    // Not JSON: a proxy’s page. The caller says that the answer cannot be read.
    return null;
  }
}

/** @throws ErreurDuRegistre, and nothing else but the caller's own abort */
export function creerDemander(deps: DepsDemander): Demander {
  return async (chemin, lire, { methode = 'GET', corps, refusEstReponse, signal } = {}) => {
    const acte = methode !== 'GET';
    const delai = AbortSignal.timeout(acte ? DELAI_D_ACTE_MS : DELAI_DE_LECTURE_MS);
    let statut: number;
    let recu: unknown;
    try {
      const reponse = await deps.fetch(RACINE + chemin, {
        method: methode,
        headers: {
          accept: 'application/json',
          ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: corps === undefined ? undefined : JSON.stringify(corps),
        cache: 'no-store',
        signal: signal === undefined ? delai : AbortSignal.any([signal, delai]),
      });
      statut = reponse.status;
      recu = await corpsDe(reponse);
    } catch (cause) {
      if (signal?.aborted) throw cause;
      throw new ErreurDuRegistre(erreurDeReseau(acte));
    }
    const reussie = (statut >= 200 && statut < 300) || (statut === 422 && refusEstReponse === true);
    if (!reussie || estErreur(recu)) {
      if (statut === 401) {
        // The page learns that its agent is gone, and the banner offers to sign in again.
        await deps.rafraichirSession();
        throw new ErreurDuRegistre(SESSION_EXPIREE);
      }
      throw new ErreurDuRegistre(traduireRefus(statut, recu, acte));
    }
    try {
      return lire(recu);
    } catch (cause) {
      if (!(cause instanceof ReponseIllisible)) throw cause;
      console.error(cause);
      throw new ErreurDuRegistre(ILLISIBLE);
    }
  };
}

function estErreur(corps: unknown): boolean {
  return typeof corps === 'object' && corps !== null && 'erreur' in corps;
}

export const demander: Demander = creerDemander({
  fetch: (entree, options) => fetch(entree, options),
  rafraichirSession,
});
