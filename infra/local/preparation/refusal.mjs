/** Why a command cannot go on: one French sentence for the person at the keyboard. */
export class Refusal extends Error {}

/** Turns what the system refused into that sentence; anything else is a bug and passes. */
export function explain(error, chemin) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new Refusal(
        `Le disque est plein : impossible d'écrire dans ${chemin}. Libérez de la place, puis recommencez.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Refusal(
        `Impossible d'écrire dans ${chemin} : droit manquant. Donnez ce droit à l'utilisateur courant, puis recommencez.`,
      );
    default:
      return error;
  }
}

/** Runs a command of infra/local: a refusal becomes its sentence and exit code 1. */
export async function main(act) {
  try {
    process.exitCode = await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}
