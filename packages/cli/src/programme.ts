import { Command } from 'commander';
import { completerCommande, completionCommande } from './commandes/completion.js';
import type { Contexte } from './commandes/contexte.js';
import { devCommande } from './commandes/dev.js';
import { etatCommande } from './commandes/etat.js';
import { grapheCommande } from './commandes/graphe.js';
import { jetonCommande } from './commandes/jeton.js';
import { journalCommande } from './commandes/journal.js';
import { promouvoirCommande } from './commandes/promouvoir.js';
import { publierCommande } from './commandes/publier.js';
import { revenirCommande } from './commandes/revenir.js';
import { verifierCommande } from './commandes/verifier.js';
import { parlerFrancais } from './parler-francais.js';

/** The whole command. */
export function createProgramme(contexte: Contexte, version: string): Command {
  const programme = new Command('passerelle')
    .description(
      'Publier sa part du graphe et du portail : chacun chez soi, sans attendre les autres.',
    )
    .version(version, '-V, --version', 'affiche la version');
  for (const commande of [
    verifierCommande(contexte),
    publierCommande(contexte),
    promouvoirCommande(contexte),
    revenirCommande(contexte),
    etatCommande(contexte),
    journalCommande(contexte),
    jetonCommande(contexte),
    grapheCommande(contexte),
    devCommande(contexte),
    completionCommande(contexte),
  ]) {
    programme.addCommand(commande);
  }
  programme.addCommand(completerCommande(contexte, programme), { hidden: true });
  programme.addHelpText(
    'after',
    `
Registre et jeton : variables PASSERELLE_REGISTRE et PASSERELLE_JETON.
Sortie : 0 fait ; 1 refusé ; 2 commande ou fichier à corriger ; 3 registre injoignable ou accès refusé.`,
  );
  parlerFrancais(programme, contexte.monde);
  return programme;
}
