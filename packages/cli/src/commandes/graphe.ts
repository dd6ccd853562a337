import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Canal } from '@passerelle/publication';
import { Command } from 'commander';
import { z } from 'zod';
import { echecLocal, SORTIE } from '../echec.js';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { avecRegistre, type Contexte, optionCanal } from './contexte.js';

const grapheSchema = z.object({ numero: z.number().int(), apiSdl: z.string().nullable() });

type Options = OptionsCommunes & { readonly canal: Canal; readonly sortie?: string };

export function grapheCommande({ monde }: Contexte): Command {
  return avecRegistre(new Command('graphe'))
    .description('le graphe tel que les clients le voient, pour générer vos types')
    .addOption(optionCanal())
    .option('--sortie <fichier>', 'l’écrit dans ce fichier')
    .action(async (options: Options) => {
      const registre = await ouvrirRegistre(monde, options);
      const { valeur, texte } = await registre.demander({
        chemin: '/v1/graphe',
        parametres: { canal: options.canal },
        forme: grapheSchema,
      });
      if (valeur.apiSdl === null) {
        throw echecLocal(
          SORTIE.REFUSE,
          'GRAPHE_ABSENT',
          `Aucun schéma n’est encore publié sur le canal ${options.canal}.`,
        );
      }
      const sdl = `${valeur.apiSdl.trimEnd()}\n`;
      if (options.sortie !== undefined) {
        await writeFile(resolve(monde.dossier, options.sortie), sdl);
        monde.dire(
          `${options.sortie} : graphe de la publication ${valeur.numero} de ${options.canal}.\n`,
        );
      }
      if (options.json) monde.ecrire(`${texte}\n`);
      else if (options.sortie === undefined) monde.ecrire(sdl);
    });
}
