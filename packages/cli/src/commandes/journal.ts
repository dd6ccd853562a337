import {
  CANAUX,
  type EntreeDeJournal,
  EVENEMENTS,
  pageDeJournalSchema,
} from '@passerelle/publication';
import { Command, Option } from 'commander';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { instant } from '../rendu/dates.js';
import { table } from '../rendu/table.js';
import { avecRegistre, type Contexte, entier } from './contexte.js';

type Options = OptionsCommunes & {
  readonly premiers: number;
  readonly avant?: number;
  readonly canal?: string;
  readonly editeur?: string;
  readonly evenement?: string;
};

export function journalCommande({ monde }: Contexte): Command {
  return avecRegistre(new Command('journal'))
    .description('tout ce qui a été publié, refusé, repris ; le plus récent d’abord')
    .option('--premiers <n>', 'nombre de lignes', entier, 20)
    .option('--avant <rang>', 'suite : les lignes d’avant ce rang', entier)
    .addOption(new Option('--canal <canal>', 'seulement ce canal').choices([...CANAUX]))
    .option('--editeur <code>', 'seulement ce partenaire')
    .addOption(new Option('--evenement <code>', 'seulement cet événement').choices([...EVENEMENTS]))
    .action(async (options: Options) => {
      const { canal, editeur, evenement, avant, premiers } = options;
      const registre = await ouvrirRegistre(monde, options);
      const { valeur, texte } = await registre.demander({
        chemin: '/v1/journal',
        parametres: { canal, editeur, evenement, avant, premiers },
        forme: pageDeJournalSchema,
      });
      if (options.json) return monde.ecrire(`${texte}\n`);
      const { entrees, suite } = valeur;
      monde.ecrire(
        entrees.length === 0
          ? 'Le journal est vide.\n'
          : `${rendre(entrees, monde.largeur)}\n${suite === null ? '' : `Suite : --avant ${suite}\n`}`,
      );
    });
}

function rendre(entrees: readonly EntreeDeJournal[], largeur: number): string {
  return table(
    [{ titre: 'Rang' }, { titre: 'Quand' }, { titre: 'Quoi', max: 34 }, { titre: 'Résumé' }],
    entrees.map(({ rang, le, evenement, canal, editeur, par, commit, numero, resume }) => [
      String(rang),
      instant(le).replace(' ', '\n'),
      [evenement, [editeur, canal].filter(Boolean).join(', '), numero && `publication ${numero}`]
        .filter(Boolean)
        .join('\n'),
      `${resume}\npar ${par}${commit === null ? '' : `, ${commit.slice(0, 12)}`}`,
    ]),
    largeur,
  );
}
