import type { Canal } from '@passerelle/publication';
import { Command, Option } from 'commander';
import type { OptionsCommunes } from '../reglages.js';
import { conclure } from './conclure.js';
import { avecRegistre, type Contexte, entier, optionAttendre, optionCanal } from './contexte.js';

type Options = OptionsCommunes & {
  readonly canal: Canal;
  readonly vers?: number;
  readonly genre?: string;
  readonly motif: string;
  readonly malgreTout?: boolean;
  readonly attendre?: number;
};

export function revenirCommande({ monde, terminer }: Contexte): Command {
  return avecRegistre(new Command('revenir'))
    .description('remet en service votre version d’avant, sous un nouveau numéro')
    .option(
      '--vers <numero>',
      'publication à reprendre ; sinon, avant votre dernier changement',
      entier,
    )
    .addOption(
      new Option('--genre <genre>', 'seulement cela ; sinon, schéma et module').choices([
        'schema',
        'module',
      ]),
    )
    .requiredOption('--motif <texte>', 'pourquoi ; gardé au journal')
    .option('--malgre-tout', 'même si des clients vus récemment cessent d’être répondus')
    .addOption(optionCanal())
    .addOption(optionAttendre())
    .action(async (options: Options) => {
      const { canal, vers, genre, motif, malgreTout } = options;
      const corps = {
        canal,
        motif,
        ...(vers === undefined ? {} : { vers }),
        ...(genre === undefined ? {} : { genres: [genre] }),
        ...(malgreTout ? { malgreTout } : {}),
      };
      // Without a number, « avant le dernier changement » asked twice would go back twice.
      const rejouable = vers !== undefined;
      const envoi = { chemin: '/v1/retours', corps, rejouable, source: 'retour' };
      terminer(await conclure(monde, options, envoi));
    });
}
