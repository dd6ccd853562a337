/** Why the platform does not start, in one French sentence for the person at the keyboard. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** Turns what the file system refused into a sentence that names the place; the rest passes. */
export function fromFileSystem(error: unknown, chemin: string): unknown {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartRefusal(
        `Le disque est plein : impossible d'écrire dans ${chemin}. Libérez de la place, puis recommencez.`,
        error,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartRefusal(
        `Impossible d'écrire dans ${chemin} : droit manquant. Donnez ce droit à l'utilisateur courant, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
        error,
      );
    default:
      return error;
  }
}

export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
