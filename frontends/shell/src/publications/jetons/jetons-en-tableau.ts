import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import type { Jeton } from '@passerelle/publication';
import { nomEditeur } from '../commun/editeurs.js';
import { etatDuJeton } from './etat-du-jeton.js';
import { GENRES } from './genres.js';

const ETATS = { valide: 'valide', expire: 'expiré', revoque: 'révoqué' } as const;

/** What is known of each token; its secret was only ever shown to who made it. */
export function jetonsEnTableau(jetons: readonly Jeton[], lueLe: Date): TableauAExporter {
  return {
    lueLe,
    colonnes: [
      { titre: 'Jeton', largeur: 30 },
      { titre: 'Nature', largeur: 18 },
      { titre: 'Maison', largeur: 20 },
      { titre: 'Créé le' },
      { titre: 'Créé par', largeur: 30 },
      { titre: 'Dernier usage' },
      { titre: 'Expire le' },
      { titre: 'Révoqué le' },
      { titre: 'État' },
    ],
    lignes: jetons.map((jeton) => [
      jeton.nom,
      GENRES[jeton.genre].libelle,
      nomEditeur(jeton.editeur),
      celluleJour(jeton.creeLe),
      jeton.creePar,
      celluleJour(jeton.dernierUsageLe),
      celluleJour(jeton.expireLe),
      celluleJour(jeton.revoqueLe),
      ETATS[etatDuJeton(jeton, lueLe)],
    ]),
    remarques: ['Le secret d’un jeton n’est dans aucun fichier : le registre ne le garde pas.'],
  };
}
