/** A value that components can follow with `useSyncExternalStore`. */
export interface Observable<T> {
  lire(): T;
  ecrire(valeur: T): void;
  ecouter(reaction: () => void): () => void;
}

export function creerObservable<T>(initiale: T): Observable<T> {
  let valeur = initiale;
  const reactions = new Set<() => void>();
  return {
    lire: () => valeur,
    ecrire(suivante) {
      if (Object.is(valeur, suivante)) return;
      valeur = suivante;
      for (const reaction of Array.from(reactions)) reaction();
    },
    ecouter(reaction) {
      reactions.add(reaction);
      return () => {
        reactions.delete(reaction);
      };
    },
  };
}

/** Calls a set of listeners; one that throws does not keep the others from hearing. */
export interface Signal<T> {
  emettre(valeur: T): void;
  ecouter(reaction: (valeur: T) => void): () => void;
}

export function creerSignal<T>(): Signal<T> {
  const reactions = new Set<(valeur: T) => void>();
  return {
    emettre(valeur) {
      for (const reaction of Array.from(reactions)) {
        try {
          reaction(valeur);
        } catch (erreur) {
          queueMicrotask(() => {
            throw erreur;
          });
        }
      }
    },
    ecouter(reaction) {
      reactions.add(reaction);
      return () => {
        reactions.delete(reaction);
      };
    },
  };
}
