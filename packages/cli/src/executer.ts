import { CommanderError } from 'commander';
import { Echec, SORTIE, type Sortie } from './echec.js';
import type { Monde } from './monde.js';
import { traduire } from './parler-francais.js';
import { createProgramme } from './programme.js';

/**
 * Runs the command.
 *
 * @param mots - words after `passerelle`
 * @returns its exit code
 */
export async function executer(
  mots: readonly string[],
  monde: Monde,
  version: string,
): Promise<Sortie> {
  let sortie: Sortie = SORTIE.REUSSI;
  const programme = createProgramme(
    {
      monde,
      terminer: (valeur) => {
        sortie = valeur;
      },
    },
    version,
  );
  const json = mots.includes('--json');
  try {
    await programme.parseAsync([...mots], { from: 'user' });
    return sortie;
  } catch (erreur) {
    if (erreur instanceof Echec) return dire(monde, json, erreur);
    if (!(erreur instanceof CommanderError)) throw erreur;
    const message = traduire(erreur);
    if (message === null) return erreur.exitCode === 0 ? SORTIE.REUSSI : SORTIE.USAGE;
    return dire(
      monde,
      json,
      new Echec(SORTIE.USAGE, 'USAGE', message, 'Voyez « passerelle --help ».'),
    );
  }
}

function dire(monde: Monde, json: boolean, echec: Echec): Sortie {
  const { code, message, remede, sortie } = echec;
  const { reference, corps } = echec.details;
  if (json) {
    monde.ecrire(`${corps ?? JSON.stringify({ erreur: { code, message, remede } })}\n`);
    return sortie;
  }
  const lignes = [`${code} : ${message}`, remede, reference ? `Référence : ${reference}` : ''];
  monde.dire(`${lignes.filter((ligne) => ligne !== '').join('\n')}\n`);
  return sortie;
}
