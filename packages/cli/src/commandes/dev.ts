import { type Canal, editeurSchema } from '@passerelle/publication';
import { Command, InvalidArgumentError } from 'commander';
import { trouverDossiers } from '../dev/dossiers.js';
import { lirePlateforme } from '../dev/plateforme.js';
import { type OptionsCommunes, ouvrirRegistre } from '../reglages.js';
import { type Contexte, entier, optionCanal } from './contexte.js';

type Options = OptionsCommunes & {
  readonly canal: Canal;
  readonly port: number;
  readonly plateforme?: string;
  readonly sansModule?: boolean;
};

const PORT = 4090;

export function devCommande({ monde, terminer }: Contexte): Command {
  return new Command('dev')
    .description('votre service et votre module en direct, devant ce qui est déployé')
    .argument('<partenaire>', 'son code : region', partenaire)
    .option('--registre <adresse>', 'registre ; sinon PASSERELLE_REGISTRE')
    .option(
      '--jeton-fichier <fichier>',
      'fichier du jeton ; sinon PASSERELLE_JETON, sinon --plateforme',
    )
    .addOption(optionCanal())
    .option('--port <port>', 'de la passerelle d’essai', entier, PORT)
    .option(
      '--plateforme <dossier>',
      'dossier .passerelle de la plateforme de ce poste ; sinon PASSERELLE_DOSSIER',
    )
    .option('--sans-module', 'le service seul')
    .action(async (code: string, options: Options) => {
      const dossiers = trouverDossiers(monde.dossier, code);
      const plateforme = lirePlateforme(monde, options.plateforme, dossiers.racine, code);
      const env = {
        ...monde.env,
        PASSERELLE_JETON: monde.env['PASSERELLE_JETON'] || (plateforme.jeton ?? undefined),
      };
      const vrai = await ouvrirRegistre({ ...monde, env }, options);
      const fin = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => fin.abort());
      }
      // What started us was killed: nothing of the trial outlives it.
      process.on('disconnect', () => fin.abort());
      // The composer is heavy, and only this command needs it.
      const { essayer } = await import('../dev/essayer.js');
      const { canal, port } = options;
      const avecModule = options.sansModule !== true;
      terminer(
        await essayer(monde, {
          partenaire: code,
          canal,
          port,
          avecModule,
          dossiers,
          plateforme,
          vrai,
          fin: fin.signal,
        }),
      );
    });
}

function partenaire(texte: string): string {
  if (editeurSchema.safeParse(texte).success) return texte;
  throw new InvalidArgumentError('un code de partenaire est attendu.');
}
