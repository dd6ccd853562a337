import type { Canal } from '@passerelle/publication';
import { Argument, Command } from 'commander';
import { echecLocal, SORTIE } from '../echec.js';
import { lireCommit } from '../local/lire-commit.js';
import type { Lot } from '../local/lire-lot.js';
import type { OptionsCommunes } from '../reglages.js';
import { optionLot } from './candidat.js';
import { conclure } from './conclure.js';
import {
  avecRegistre,
  type Contexte,
  optionAttendre,
  optionCanal,
  optionCommit,
} from './contexte.js';

type Options = OptionsCommunes & {
  readonly canal: Canal;
  readonly canari?: boolean;
  readonly lot: Lot;
  readonly attendre?: number;
  readonly commit?: string;
};

export function promouvoirCommande({ monde, terminer }: Contexte): Command {
  return avecRegistre(new Command('promouvoir'))
    .description('de recette en production ; avec --canari, du canari à tous')
    .addArgument(new Argument('<genre>', 'quoi').choices(['schema', 'module']))
    .option('--canari', 'le canari du canal devient la version de tous')
    .addOption(optionCanal())
    .addOption(optionLot())
    .addOption(optionCommit())
    .addOption(optionAttendre())
    .action(async (genre: 'schema' | 'module', options: Options) => {
      const { canal, lot, canari = false } = options;
      if (canari && genre === 'schema') {
        throw echecLocal(SORTIE.USAGE, 'USAGE', 'Un schéma n’a pas de canari : il sert tous.');
      }
      if (!canari && canal !== 'production') {
        throw echecLocal(SORTIE.USAGE, 'USAGE', 'La promotion va toujours vers la production.');
      }
      const corps = {
        genre,
        lot,
        canal,
        quoi: canari ? 'canari' : 'recette-production',
        commit: await lireCommit(options.commit, monde.env, monde.dossier),
      };
      const envoi = { chemin: '/v1/promotions', corps, rejouable: true, source: genre };
      terminer(await conclure(monde, options, envoi));
    });
}
