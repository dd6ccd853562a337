/** Why the platform does not start, in one French sentence for the person at the keyboard. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** Turns what the file system refused into a sentence that names the place; the rest passes. */
export function fromFileSystem(error: unknown, chemin: string): unknown {
  const code = errnoOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartRefusal(
      `Le disque est plein : impossible d'écrire dans ${chemin}. Libérez de la place, puis recommencez.`,
      error,
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartRefusal(
      `Impossible d'écrire dans ${chemin} : droit manquant. Donnez ce droit à l'utilisateur courant, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
      error,
    );
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartRefusal(
      `${chemin} ne peut pas être un dossier : un fichier porte ce nom, ou se trouve sur le chemin. Déplacez-le, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
      error,
    );
  }
  return error;
}

export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
