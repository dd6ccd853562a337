/** The part of Web Locks that an election needs. */
export interface Verrous {
  request(
    nom: string,
    options: { signal: AbortSignal },
    travail: () => Promise<void>,
  ): Promise<unknown>;
}

/**
 * Does `travail` in one tab of the browser at a time: the one that holds the lock. When it closes,
 * the next tab takes over. Without Web Locks (a page served over plain HTTP) each tab works for
 * itself: more streams, same truth.
 *
 * @returns a function that gives the place up
 */
export function mener(
  verrous: Verrous | undefined,
  nom: string,
  travail: (signal: AbortSignal) => Promise<void>,
): () => void {
  const arret = new AbortController();
  const finir = async (): Promise<void> => {
    if (!arret.signal.aborted) await travail(arret.signal);
  };
  const place = verrous ? verrous.request(nom, { signal: arret.signal }, finir) : finir();
  place.catch((erreur: unknown) => {
    if (!arret.signal.aborted) throw erreur;
  });
  return () => arret.abort();
}
