import type { Partenaire } from '@passerelle/portal-ui';
import { celluleJour } from '../listes/cellules.js';
import type { TableauAExporter } from '../listes/liste-entiere-lue.js';
import { nomPartenaire } from '../partenaires/partenaire.js';
import { direPeriode, LIBELLES_DIMENSION, LIBELLES_MODALITE } from './dire-valeur.js';
import { contrePropositionsDe, type ValeurDuTerritoire } from './indicateurs.js';

const MASQUE =
  'Masqué : l’effectif est inférieur au seuil de masquage, ou permettrait d’en calculer un ailleurs. Aucun fichier ne le donne.';

/** A house's figures on a territory as a file takes them; what is hidden stays hidden, and says so. */
export function indicateursEnTableau(
  partenaire: Partenaire,
  territoire: { code: string; maille: string },
  valeurs: readonly ValeurDuTerritoire[],
  lueLe: Date | undefined,
): TableauAExporter {
  const masque = valeurs.some((une) => une.masque || une.ventilations.some((v) => v.masque));
  return {
    lueLe,
    colonnes: [
      { titre: 'Maille' },
      { titre: 'Code du territoire', largeur: 18 },
      { titre: 'Indicateur', largeur: 44 },
      { titre: 'Répartition', largeur: 18 },
      { titre: 'Modalité', largeur: 24 },
      { titre: 'Période', largeur: 20 },
      { titre: 'Valeur' },
      { titre: 'Unité', largeur: 18 },
      { titre: 'Masqué' },
      { titre: 'Arrêté au' },
      { titre: 'Somme faite ici' },
      { titre: 'Territoires sans valeur', largeur: 32 },
      { titre: 'Autres valeurs proposées', largeur: 60 },
      { titre: 'Maison' },
      { titre: 'Périmètre', largeur: 44 },
      { titre: 'Méthode', largeur: 60 },
      { titre: 'Source', largeur: 44 },
      { titre: 'Démonstration' },
    ],
    lignes: valeurs.flatMap((une) => {
      const { indicateur } = une;
      const ligne = (
        repartition: string,
        modalite: string,
        { valeur, masque: cache }: { valeur?: number | null; masque: boolean },
        propositions: string,
      ) => [
        territoire.maille.toLowerCase(),
        territoire.code,
        indicateur.libelle,
        repartition,
        modalite,
        direPeriode(une.periode),
        cache ? null : (valeur ?? null),
        indicateur.unite,
        cache,
        celluleJour(une.dateValeur),
        une.calculee,
        une.manquants.map(({ nom }) => nom).join(', '),
        propositions,
        nomPartenaire(partenaire),
        indicateur.perimetre,
        indicateur.methode,
        une.source,
        une.demonstration,
      ];
      return [
        ligne('ensemble', '', une, direPropositions(une)),
        ...une.ventilations.map((cellule) =>
          ligne(
            LIBELLES_DIMENSION[cellule.dimension].toLowerCase(),
            LIBELLES_MODALITE[cellule.modalite],
            cellule,
            '',
          ),
        ),
      ];
    }),
    remarques: masque ? [MASQUE] : [],
  };
}

/** What the other houses propose instead, beside the official value. */
function direPropositions(valeur: ValeurDuTerritoire): string {
  return contrePropositionsDe(valeur)
    .map(
      ({ partenaire, proposition }) =>
        `${nomPartenaire(partenaire)} propose ${proposition.proposee} : ${proposition.motif}`,
    )
    .join(' ; ');
}
