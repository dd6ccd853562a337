import { nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import type { GroupeDeTrouvailles } from './groupes.js';

/**
 * Every group of a search, in one table.
 *
 * @param parGenre - how many of each kind were asked of each house: beyond, the file says so
 */
export function trouvaillesEnTableau(
  groupes: readonly GroupeDeTrouvailles[],
  {
    note,
    parGenre,
    origine,
  }: {
    /** The sentence that names the houses that did not answer. */
    note: string | null;
    parGenre: number;
    origine: string;
  },
): TableauAExporter {
  const pleins = groupes.filter(({ trouvailles }) => trouvailles.length >= parGenre);
  return {
    colonnes: [
      { titre: 'Nature', largeur: 18 },
      { titre: 'Titre', largeur: 70 },
      { titre: 'Précision', largeur: 50 },
      { titre: 'Maison qui répond', largeur: 20 },
      { titre: 'Adresse', largeur: 60 },
    ],
    lignes: groupes.flatMap(({ titre, trouvailles }) =>
      trouvailles.map((trouvee) => [
        titre,
        trouvee.titre,
        trouvee.sousTitre ?? '',
        nomPartenaire(trouvee.partenaire),
        new URL(trouvee.chemin, origine).href,
      ]),
    ),
    remarques: [
      ...(note === null ? [] : [note]),
      ...pleins.map(
        ({ titre }) =>
          `${titre} : la recherche s’arrête à ${parGenre} par maison. Précisez-la, ou ouvrez la liste, pour tout avoir.`,
      ),
    ],
  };
}
