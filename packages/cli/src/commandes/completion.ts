import { Argument, Command } from 'commander';
import { candidats } from '../completion/candidats.js';
import { SCRIPTS, SHELLS, type Shell } from '../completion/scripts.js';
import type { Contexte } from './contexte.js';

export function completionCommande({ monde }: Contexte): Command {
  return new Command('completion')
    .description('script qui complète les commandes dans votre terminal')
    .addArgument(new Argument('<shell>', 'terminal').choices([...SHELLS]))
    .action((shell: Shell) => monde.ecrire(SCRIPTS[shell]));
}

/** What the scripts ask; hidden from the help. */
export function completerCommande({ monde }: Contexte, programme: Command): Command {
  return new Command('_completer')
    .argument('[mots...]')
    .allowUnknownOption()
    .action((mots: string[]) => {
      const proposes = candidats(programme, mots);
      if (proposes.length > 0) monde.ecrire(`${proposes.join('\n')}\n`);
    });
}
