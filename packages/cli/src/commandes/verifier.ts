import { resolve } from 'node:path';
import { type Canal, rapportSchema } from '@passerelle/publication';
import { Command } from 'commander';
import { SORTIE } from '../echec.js';
import { lireLot } from '../local/lire-lot.js';
import { lireSchema } from '../local/lire-schema.js';
import type { Monde } from '../monde.js';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { rendreRapport } from '../rendu/rapport.js';
import { adressesDe, type OptionsDAdresse, optionLot, optionsDAdresse } from './candidat.js';
import { avecRegistre, type Contexte, optionCanal } from './contexte.js';

export function verifierCommande(contexte: Contexte): Command {
  return new Command('verifier')
    .description('dit ce que le registre penserait d’une publication ; ne change rien')
    .addCommand(verifierSchema(contexte))
    .addCommand(verifierModule(contexte));
}

type Options = OptionsCommunes & { readonly canal: Canal };

function verifierSchema({ monde, terminer }: Contexte): Command {
  return optionsDAdresse(avecRegistre(new Command('schema')))
    .description('composition, ruptures, responsabilités, règles du schéma')
    .argument('<fichier>', 'schéma imprimé (SDL)')
    .addOption(optionCanal())
    .action(async (fichier: string, options: Options & OptionsDAdresse) => {
      const schema = await lireSchema(resolve(monde.dossier, fichier), fichier);
      const corps = { canal: options.canal, schema, ...adressesDe(options) };
      terminer(await verifier(monde, options, '/v1/verifications/schema', corps, fichier));
    });
}

function verifierModule({ monde, terminer }: Contexte): Command {
  return avecRegistre(new Command('module'))
    .description('taille, contenus, carte d’imports, requêtes du module')
    .argument('<dossier>', 'dossier construit, le plus souvent dist')
    .addOption(optionCanal())
    .addOption(optionLot())
    .action(async (dossier: string, options: Options & { lot: 'module' }) => {
      const { canal, lot } = options;
      const fichiers = await lireLot(resolve(monde.dossier, dossier), dossier, lot);
      const corps = { canal, lot, fichiers };
      terminer(await verifier(monde, options, '/v1/verifications/module', corps, dossier));
    });
}

async function verifier(
  monde: Monde,
  options: OptionsCommunes,
  chemin: string,
  corps: unknown,
  source: string,
): Promise<0 | 1> {
  const registre = await ouvrirRegistre(monde, options);
  const { valeur, texte } = await registre.demander({
    methode: 'POST',
    chemin,
    corps,
    forme: rapportSchema,
    rejouable: true,
    delaiMs: 120_000,
  });
  monde.ecrire(options.json ? `${texte}\n` : rendreRapport(valeur, { ...monde, source }));
  return valeur.accepte ? SORTIE.REUSSI : SORTIE.REFUSE;
}
