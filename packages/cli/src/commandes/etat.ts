import { type Canal, etatSchema } from '@passerelle/publication';
import { Command } from 'commander';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { rendreEtat } from '../rendu/etat.js';
import { avecRegistre, type Contexte, optionCanal } from './contexte.js';

export function etatCommande({ monde }: Contexte): Command {
  return avecRegistre(new Command('etat'))
    .description('ce que sert un canal, par qui, et par quelles passerelles')
    .addOption(optionCanal())
    .action(async (options: OptionsCommunes & { readonly canal: Canal }) => {
      const registre = await ouvrirRegistre(monde, options);
      const { valeur, texte } = await registre.demander({
        chemin: '/v1/etat',
        parametres: { canal: options.canal },
        forme: etatSchema,
      });
      monde.ecrire(options.json ? `${texte}\n` : rendreEtat(valeur, monde));
    });
}
