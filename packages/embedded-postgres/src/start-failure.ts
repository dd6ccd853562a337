import { statfsSync } from 'node:fs';
import { diskFull, EmbeddedPostgresError } from './errors.js';
import type { Location } from './location.js';
import { logPath } from './server-log.js';

/** `busy`: an older server still ends, and trying again will do; `refused`: it will not. */
export type StartFailure = {
  readonly kind: 'busy' | 'refused';
  readonly error: EmbeddedPostgresError;
};

/** Why the server ended instead of starting, from what it said. */
export function explain(
  log: string,
  o: { location: Location; port: number; logs: string },
): StartFailure {
  const cause = new Error(log.trim());
  if (/Address already in use/.test(log)) return { kind: 'refused', error: portTaken(o.port) };
  if (/No space left on device|Disk quota exceeded/.test(log) || isFull(o.location.dataFolder)) {
    return { kind: 'refused', error: diskFull(o.location.dataFolder, cause) };
  }
  if (/pre-existing shared memory block|lock file "postmaster\.pid"/.test(log)) {
    return {
      kind: 'busy',
      error: cannotStart('un ancien serveur tient encore les données', cause),
    };
  }
  if (/database files are incompatible/.test(log)) {
    return {
      kind: 'refused',
      error: new EmbeddedPostgresError(
        'VERSION_INCOMPATIBLE',
        `Les données de ${o.location.dataFolder} viennent d'une autre version majeure de PostgreSQL. Reprenez la version d'origine, ou repartez de zéro avec « npm start -- --reinitialiser ».`,
        cause,
      ),
    };
  }
  if (/Permission denied|wrong ownership/.test(log)) {
    return {
      kind: 'refused',
      error: new EmbeddedPostgresError(
        'PERMISSION_REFUSEE',
        `La base de données ne peut pas lire ${o.location.dataFolder} : ce dossier appartient à un autre utilisateur.`,
        cause,
      ),
    };
  }
  return { kind: 'refused', error: cannotStart(`voir ${logPath(o.logs)}`, cause) };
}

export function portTaken(port: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'PORT_OCCUPE',
    `Le port ${port} de la base de données est déjà occupé par un autre programme. Libérez-le, ou choisissez-en un autre avec PORT_POSTGRES.`,
  );
}

export function cannotStart(why: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DEMARRAGE_IMPOSSIBLE',
    `La base de données ne démarre pas : ${why}.`,
    cause,
  );
}

export function passwordLost(cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'MOT_DE_PASSE_PERDU',
    'Les données existent, mais le mot de passe du serveur manque ou ne correspond pas. Restaurez le dossier « secrets », ou repartez de zéro avec « npm start -- --reinitialiser ».',
    cause,
  );
}

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < 1024 * 1024;
  } catch {
    // Not known: the other causes are told.
    return false;
  }
}
