/** What can keep the embedded database from starting. Codes are contract: never renamed. */
export const EMBEDDED_POSTGRES_CODES = [
  'BASE_INVALIDE',
  'DEMARRAGE_IMPOSSIBLE',
  'DISQUE_PLEIN',
  'MOT_DE_PASSE_PERDU',
  'PERMISSION_REFUSEE',
  'PLATEFORME_NON_PRISE_EN_CHARGE',
  'PORT_OCCUPE',
  'UTILISATEUR_INTROUVABLE',
  'VERSION_INCOMPATIBLE',
] as const;

export type EmbeddedPostgresCode = (typeof EMBEDDED_POSTGRES_CODES)[number];

/** One French sentence for the person at the keyboard; `code` and `cause` for the program. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** Turns what the file system refused into a sentence that names the folder; the rest passes. */
export function fromFileSystem(error: unknown, chemin: string): unknown {
  const code = errnoOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(chemin, error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new EmbeddedPostgresError(
      'PERMISSION_REFUSEE',
      `La base de données ne peut pas écrire dans ${chemin} : droit manquant. Donnez ce droit à l'utilisateur courant, ou choisissez un autre dossier avec PASSERELLE_DOSSIER.`,
      error,
    );
  }
  return error;
}

export function diskFull(chemin: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DISQUE_PLEIN',
    `Le disque est plein : la base de données ne peut pas écrire dans ${chemin}. Libérez de la place, puis recommencez.`,
    cause,
  );
}

export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
