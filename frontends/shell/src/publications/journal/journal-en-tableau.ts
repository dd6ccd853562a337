import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import { nomEditeur } from '../commun/editeurs.js';
import { heureDeParis } from '../commun/heure-de-paris.js';
import { LIBELLES_CANAL } from '../registre/lire-canal.js';
import type { LigneDeJournal } from '../registre/lire-journal.js';
import { motDeLEvenement } from './evenements.js';

/** @param tronque - the journal goes on beyond what a file takes */
export function journalEnTableau(
  entrees: readonly LigneDeJournal[],
  tronque: boolean,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Ligne', largeur: 10 },
      { titre: 'Le' },
      { titre: 'Heure (Paris)' },
      { titre: 'Nature', largeur: 24 },
      { titre: 'Maison', largeur: 20 },
      { titre: 'Résumé', largeur: 80 },
      { titre: 'Canal' },
      { titre: 'Publication', largeur: 12 },
      { titre: 'Par', largeur: 30 },
      { titre: 'Commit', largeur: 44 },
      { titre: 'Motif', largeur: 50 },
    ],
    lignes: entrees.map((ligne) => [
      ligne.rang,
      celluleJour(ligne.le),
      heureDeParis(ligne.le),
      motDeLEvenement(ligne.evenement).libelle,
      nomEditeur(ligne.editeur),
      ligne.resume,
      ligne.canal === null ? '' : LIBELLES_CANAL[ligne.canal].toLowerCase(),
      ligne.numero,
      ligne.par,
      ligne.commit ?? '',
      ligne.details.motif ?? '',
    ]),
    remarques: tronque
      ? ['Journal incomplet : il continue avant ces lignes. Resserrez les filtres.']
      : [],
  };
}
