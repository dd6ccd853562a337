import { LIBELLES_METEO, type Partenaire } from '@passerelle/portal-ui';
import { celluleJour } from '../listes/cellules.js';
import type { TableauAExporter } from '../listes/liste-entiere-lue.js';
import { nomPartenaire } from '../partenaires/partenaire.js';
import { ETATS_VERSION, LIBELLES_VISIBILITE, type VersionLue } from './contribution.js';

/** The versions of a house's contribution as a file takes them: those that the reader may see. */
export function historiqueEnTableau(
  partenaire: Partenaire,
  engagement: string,
  versions: readonly VersionLue[],
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Engagement' },
      { titre: 'Maison' },
      { titre: 'Version' },
      { titre: 'État' },
      { titre: 'Avancement (%)' },
      { titre: 'Météo', largeur: 20 },
      { titre: 'Commentaire', largeur: 80 },
      { titre: 'Preuve', largeur: 44 },
      { titre: 'Lue par' },
      { titre: 'Modifiée le' },
      { titre: 'Publiée le' },
      { titre: 'Par', largeur: 36 },
      { titre: 'Démonstration' },
    ],
    lignes: versions.map((version) => [
      engagement,
      nomPartenaire(partenaire),
      version.version,
      ETATS_VERSION[version.etat],
      version.avancement,
      LIBELLES_METEO[version.meteo],
      version.commentaire ?? '',
      version.preuve ?? '',
      LIBELLES_VISIBILITE[version.visibilite].nom,
      celluleJour(version.modifieLe),
      celluleJour(version.publieLe),
      version.auteur,
      version.demonstration,
    ]),
  };
}
