import { attendreReconnexion, sessionActuelle, signalerExpiration } from './session.js';

/** What the function needs of the session; the real one by default. */
export interface DepsFetchAvecSession {
  fetch: typeof fetch;
  estAuthentifiee: () => boolean;
  signalerExpiration: () => void;
  attendreReconnexion: (signal?: AbortSignal | null) => Promise<void>;
}

/**
 * A `fetch` that survives the end of a session: answered 401 while an agent is on the page, it
 * waits for them to sign in again, then sends the same request once more. A visitor who never
 * signed in gets the 401 as it is.
 */
export function creerFetchAvecSession(deps: DepsFetchAvecSession): typeof fetch {
  return async (entree, options) => {
    const reponse = await deps.fetch(entree, options);
    if (reponse.status !== 401 || !deps.estAuthentifiee()) return reponse;
    await reponse.body?.cancel();
    deps.signalerExpiration();
    await deps.attendreReconnexion(options?.signal);
    return deps.fetch(entree, options);
  };
}

export const fetchAvecSession: typeof fetch = creerFetchAvecSession({
  fetch: (entree, options) => fetch(entree, options),
  estAuthentifiee: () => {
    const { statut } = sessionActuelle();
    return statut === 'authentifiee' || statut === 'expiree';
  },
  signalerExpiration,
  attendreReconnexion,
});
