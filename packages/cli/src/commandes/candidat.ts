import { type Command, Option } from 'commander';

export interface OptionsDAdresse {
  readonly url?: string;
  readonly fluxUrl?: string;
  readonly santeUrl?: string;
}

/** Where a subgraph answers: absent, the registry keeps what it knows. */
export function optionsDAdresse(commande: Command): Command {
  return commande
    .option('--url <adresse>', 'où le sous-graphe répond ; sinon, l’adresse déjà publiée')
    .option('--flux-url <adresse>', 'abonnements ; par défaut <url>/stream')
    .option('--sante-url <adresse>', 'santé ; par défaut /sante/pret');
}

export function adressesDe({ url, fluxUrl, santeUrl }: OptionsDAdresse): OptionsDAdresse {
  return {
    ...(url === undefined ? {} : { url }),
    ...(fluxUrl === undefined ? {} : { fluxUrl }),
    ...(santeUrl === undefined ? {} : { santeUrl }),
  };
}

export function optionLot(): Option {
  return new Option('--lot <lot>', 'coquille et partages : équipe commune seulement')
    .choices(['module', 'coquille', 'partages'])
    .default('module');
}
