import type { Command, CommanderError } from 'commander';
import type { Monde } from './monde.js';

const TITRES: Readonly<Record<string, string>> = {
  'Usage:': 'Usage :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Commands:': 'Commandes :',
};

/** Help in French, for a command and all those below; errors are thrown rather than printed. */
export function parlerFrancais(commande: Command, monde: Monde): void {
  commande
    .exitOverride()
    .helpOption('-h, --help', 'affiche cette aide')
    .helpCommand(false)
    .configureOutput({ writeOut: monde.ecrire, writeErr: monde.dire, outputError: () => undefined })
    .configureHelp({
      helpWidth: monde.largeur,
      styleUsage: (usage) => usage.replace('[command]', '[commande]'),
      styleTitle: (titre) => TITRES[titre] ?? titre,
      subcommandTerm: (sous) =>
        [sous.name(), sous.commands.length > 0 ? sous.commands.map((c) => c.name()).join('|') : '']
          .filter(Boolean)
          .join(' '),
      optionDescription: ({ description, argChoices, defaultValue }) =>
        [
          description,
          argChoices === undefined ? '' : ` : ${argChoices.join(', ')}`,
          defaultValue === undefined ? '' : ` (par défaut : ${String(defaultValue)})`,
        ].join(''),
      argumentDescription: ({ description, argChoices }) =>
        argChoices === undefined ? description : `${description} : ${argChoices.join(', ')}`,
    });
  for (const sous of commande.commands) parlerFrancais(sous, monde);
}

/** What commander found wrong, in French; null for help and version, which are not mistakes. */
export function traduire({ code, message }: CommanderError): string | null {
  const cite = /'([^']*)'/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownCommand':
      return `La commande « ${cite} » n’existe pas.`;
    case 'commander.unknownOption':
      return `L’option « ${cite} » n’existe pas ici.`;
    case 'commander.missingArgument':
      return `L’argument « ${cite} » manque.`;
    case 'commander.optionMissingArgument':
      return `L’option « ${cite} » attend une valeur.`;
    case 'commander.missingMandatoryOptionValue':
      return `L’option « ${cite} » est obligatoire.`;
    case 'commander.excessArguments':
      return 'Il y a un argument de trop.';
    case 'commander.invalidArgument':
      return `La valeur de « ${cite} » n’est pas permise${raisonDe(message)}`;
    default:
      return message;
  }
}

function raisonDe(message: string): string {
  const choix = /Allowed choices are (.*)\.$/.exec(message)?.[1];
  if (choix !== undefined) return ` ; choix : ${choix}.`;
  const raison = /is invalid[^.]*\. (.*)$/.exec(message)?.[1];
  return raison === undefined ? '.' : ` : ${raison}`;
}
