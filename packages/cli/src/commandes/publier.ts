import { dirname, resolve } from 'node:path';
import type { Canal } from '@passerelle/publication';
import { Command, Option } from 'commander';
import { echecLocal, SORTIE } from '../echec.js';
import { lireCommit } from '../local/lire-commit.js';
import { type Lot, lireLot } from '../local/lire-lot.js';
import { lireSchema } from '../local/lire-schema.js';
import type { OptionsCommunes } from '../reglages.js';
import { adressesDe, type OptionsDAdresse, optionLot, optionsDAdresse } from './candidat.js';
import { conclure } from './conclure.js';
import {
  avecRegistre,
  type Contexte,
  liste,
  optionAttendre,
  optionCanal,
  optionCommit,
} from './contexte.js';

type Options = OptionsCommunes & {
  readonly canal: Canal;
  readonly attendre?: number;
  readonly commit?: string;
};

export function publierCommande(contexte: Contexte): Command {
  return new Command('publier')
    .description('vérifie, puis met en service ; publier deux fois la même chose ne change rien')
    .addCommand(publierSchema(contexte))
    .addCommand(publierModule(contexte));
}

function publierSchema({ monde, terminer }: Contexte): Command {
  return optionsDAdresse(avecRegistre(new Command('schema')))
    .description('le schéma du sous-graphe, que son processus doit déjà servir')
    .argument('<fichier>', 'schéma imprimé (SDL)')
    .addOption(optionCanal())
    .addOption(optionCommit())
    .addOption(optionAttendre())
    .action(async (fichier: string, options: Options & OptionsDAdresse) => {
      const chemin = resolve(monde.dossier, fichier);
      const corps = {
        canal: options.canal,
        schema: await lireSchema(chemin, fichier),
        ...adressesDe(options),
        commit: await lireCommit(options.commit, monde.env, dirname(chemin)),
      };
      const envoi = { chemin: '/v1/schemas', corps, rejouable: true, source: fichier };
      terminer(await conclure(monde, options, envoi));
    });
}

interface OptionsDeModule extends Options {
  readonly lot: Lot;
  readonly canariRoles?: string[];
  readonly canariOrganisations?: string[];
}

function publierModule({ monde, terminer }: Contexte): Command {
  return avecRegistre(new Command('module'))
    .description('le module construit, pour tous ou d’abord pour quelques-uns')
    .argument('<dossier>', 'dossier construit, le plus souvent dist')
    .addOption(optionCanal())
    .addOption(optionLot())
    .addOption(
      new Option(
        '--canari-roles <roles>',
        'seulement ces rôles, séparés par des virgules',
      ).argParser(liste),
    )
    .addOption(
      new Option('--canari-organisations <organisations>', 'seulement ces organisations').argParser(
        liste,
      ),
    )
    .addOption(optionCommit())
    .addOption(optionAttendre())
    .action(async (dossier: string, options: OptionsDeModule) => {
      const cible = cibleDe(options);
      const chemin = resolve(monde.dossier, dossier);
      const corps = {
        canal: options.canal,
        lot: options.lot,
        fichiers: await lireLot(chemin, dossier, options.lot),
        cible,
        commit: await lireCommit(options.commit, monde.env, chemin),
      };
      const canari = cible === null ? [] : [...cible.roles, ...cible.organisations];
      const envoi = { chemin: '/v1/modules', corps, rejouable: true, source: dossier, canari };
      terminer(await conclure(monde, options, envoi));
    });
}

function cibleDe({ lot, canariRoles = [], canariOrganisations = [] }: OptionsDeModule): {
  roles: string[];
  organisations: string[];
} | null {
  if (canariRoles.length + canariOrganisations.length === 0) return null;
  if (lot !== 'module') {
    throw echecLocal(SORTIE.USAGE, 'USAGE', `Le lot ${lot} se publie pour tous, sans canari.`);
  }
  return { roles: canariRoles, organisations: canariOrganisations };
}
