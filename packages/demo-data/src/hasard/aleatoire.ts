/** A reproducible source of choices: the same seed gives the same sequence on every machine. */
export interface Aleatoire {
  /** In [0, 1). */
  readonly nombre: () => number;
  /** Whole number between `min` and `max`, both included. */
  readonly entier: (min: number, max: number) => number;
  /** True with the given probability. */
  readonly chance: (probabilite: number) => boolean;
  /** @throws {RangeError} when the list is empty */
  readonly choisir: <T>(liste: readonly T[]) => T;
  /**
   * Picks in proportion to the weights.
   *
   * @throws {RangeError} when no weight is positive
   */
  readonly choisirPondere: <T>(liste: readonly T[], poids: (item: T) => number) => T;
}

export function createAleatoire(graine: string): Aleatoire {
  const nombre = mulberry32(hash32(graine));
  const entier = (min: number, max: number) => min + Math.floor(nombre() * (max - min + 1));
  return {
    nombre,
    entier,
    chance: (probabilite) => nombre() < probabilite,
    choisir: (liste) => {
      const chosen = liste[entier(0, liste.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
    choisirPondere: (liste, poids) => {
      const total = liste.reduce((sum, item) => sum + poids(item), 0);
      let rest = nombre() * total;
      for (const item of liste) {
        rest -= poids(item);
        if (rest < 0) return item;
      }
      throw new RangeError('no positive weight');
    },
  };
}

/** A number in [0, 1) that depends on the text alone, whatever was drawn before. */
export function hacher(texte: string): number {
  return mulberry32(hash32(texte))();
}

/** FNV-1a, 32 bits. */
function hash32(texte: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < texte.length; index += 1) {
    hash = Math.imul(hash ^ texte.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Small generator of the public domain; whole-number arithmetic, so identical on every engine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
