/** Five tries over about eight seconds: a registry that restarts is back by then. */
const PAUSES_MS = [250, 750, 2_000, 5_000] as const;

/**
 * Tries again what may pass later, with a growing pause.
 *
 * @param pause - milliseconds to wait before the next try (the server's own wish counts), or null
 * when another try is of no use
 */
export async function reessayer<T>(
  essai: () => Promise<T>,
  pause: (erreur: unknown, prevue: number) => number | null,
  attendre: (ms: number) => Promise<void>,
): Promise<T> {
  for (const prevue of PAUSES_MS) {
    try {
      return await essai();
    } catch (erreur) {
      const ms = pause(erreur, prevue);
      if (ms === null) throw erreur;
      await attendre(ms);
    }
  }
  return essai();
}
