import {
  GENRES_DE_JETON,
  type Jeton,
  jetonCreeSchema,
  listeDeJetonsSchema,
} from '@passerelle/publication';
import { Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { instant } from '../rendu/dates.js';
import { table } from '../rendu/table.js';
import { avecRegistre, type Contexte } from './contexte.js';

export function jetonCommande(contexte: Contexte): Command {
  return new Command('jeton')
    .description('les jetons de votre partenaire ; il faut un jeton d’administration')
    .addCommand(creer(contexte))
    .addCommand(lister(contexte))
    .addCommand(revoquer(contexte));
}

type OptionsDeCreation = OptionsCommunes & {
  readonly nom: string;
  readonly genre: string;
  readonly editeur?: string;
  readonly expireLe?: string;
};

function creer({ monde }: Contexte): Command {
  return avecRegistre(new Command('creer'))
    .description('crée un jeton ; son secret n’est montré qu’une fois')
    .requiredOption('--nom <nom>', 'à quoi il sert, par exemple « CI du module »')
    .addOption(
      new Option('--genre <genre>', 'ce qu’il permet')
        .choices([...GENRES_DE_JETON])
        .makeOptionMandatory(),
    )
    .option('--editeur <code>', 'partenaire, pour le jeton racine de la plateforme')
    .option('--expire-le <date>', 'AAAA-MM-JJ ; sinon, jusqu’à sa révocation', finDuJour)
    .action(async (options: OptionsDeCreation) => {
      const { nom, genre, editeur, expireLe = null } = options;
      const registre = await ouvrirRegistre(monde, options);
      const { valeur, texte } = await registre.demander({
        methode: 'POST',
        chemin: '/v1/jetons',
        corps: { nom, genre, expireLe, ...(editeur === undefined ? {} : { editeur }) },
        forme: jetonCreeSchema,
      });
      if (options.json) return monde.ecrire(`${texte}\n`);
      monde.dire(
        `Jeton ${valeur.id} de ${valeur.editeur} (${valeur.genre}). Gardez-le maintenant : il ne sera plus montré.\n`,
      );
      monde.ecrire(`${valeur.secret}\n`);
    });
}

function lister({ monde }: Contexte): Command {
  return avecRegistre(new Command('lister'))
    .description('les jetons, sans leurs secrets')
    .action(async (options: OptionsCommunes) => {
      const registre = await ouvrirRegistre(monde, options);
      const { valeur, texte } = await registre.demander({
        chemin: '/v1/jetons',
        forme: listeDeJetonsSchema,
      });
      monde.ecrire(options.json ? `${texte}\n` : `${rendre(valeur.jetons, monde.largeur)}\n`);
    });
}

function revoquer({ monde }: Contexte): Command {
  return avecRegistre(new Command('revoquer'))
    .description('rend un jeton inutilisable, aussitôt')
    .argument('<id>', 'tel que « jeton lister » le montre')
    .action(async (id: string, options: OptionsCommunes) => {
      const registre = await ouvrirRegistre(monde, options);
      const { texte } = await registre.demander({
        methode: 'DELETE',
        chemin: `/v1/jetons/${encodeURIComponent(id)}`,
        forme: z.unknown(),
        rejouable: true,
      });
      monde.ecrire(options.json ? `${texte}\n` : `Jeton ${id} révoqué.\n`);
    });
}

function rendre(jetons: readonly Jeton[], largeur: number): string {
  if (jetons.length === 0) return 'Aucun jeton.';
  return table(
    [
      { titre: 'Jeton' },
      { titre: 'Nom' },
      { titre: 'Genre' },
      { titre: 'Créé' },
      { titre: 'Dernier usage' },
      { titre: 'Fin' },
    ],
    jetons.map(({ id, nom, genre, editeur, creeLe, dernierUsageLe, expireLe, revoqueLe }) => [
      id,
      `${nom}\n${editeur}`,
      genre,
      instant(creeLe),
      dernierUsageLe === null ? 'jamais' : instant(dernierUsageLe),
      revoqueLe === null ? instant(expireLe) : `révoqué\n${instant(revoqueLe)}`,
    ]),
    largeur,
  );
}

function finDuJour(texte: string): string {
  const date = z.iso.date().safeParse(texte);
  if (!date.success) throw new InvalidArgumentError('une date AAAA-MM-JJ est attendue.');
  return `${date.data}T23:59:59.000Z`;
}
