import type { Command, Option } from 'commander';

/**
 * What may come next on a command line.
 *
 * @param mots - words after `passerelle`, the last one being typed (maybe empty)
 * @returns nothing when only the shell can tell, as for files
 */
export function candidats(programme: Command, mots: readonly string[]): string[] {
  const enCours = mots.at(-1) ?? '';
  let commande = programme;
  let positions = 0;
  let attendue: Option | null = null;
  for (const mot of mots.slice(0, -1)) {
    if (attendue !== null) {
      attendue = null;
    } else if (mot.startsWith('-')) {
      const option = optionsDe(commande).find(({ long, short }) => mot === long || mot === short);
      attendue = option?.required ? option : null;
    } else {
      const suivante = commande.commands.find((c) => c.name() === mot);
      if (suivante === undefined) positions += 1;
      else commande = suivante;
    }
  }
  return proposer(commande, attendue, positions, enCours).filter((mot) => mot.startsWith(enCours));
}

function proposer(
  commande: Command,
  attendue: Option | null,
  positions: number,
  enCours: string,
): readonly string[] {
  if (attendue !== null) return attendue.argChoices ?? [];
  if (enCours.startsWith('-')) {
    return [...optionsDe(commande).flatMap(({ long }) => long ?? []), '--help'];
  }
  if (commande.commands.length > 0) {
    return commande.commands.map((c) => c.name()).filter((nom) => !nom.startsWith('_'));
  }
  return commande.registeredArguments[positions]?.argChoices ?? [];
}

function optionsDe(commande: Command): readonly Option[] {
  return commande.options.filter(({ hidden }) => !hidden);
}
