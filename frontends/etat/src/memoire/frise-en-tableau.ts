import {
  celluleJour,
  formaterDate,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { FriseQuery } from '../generated/graphql.js';
import { direLaDate } from './dire-la-date.js';
import { direSources, lienDes } from './dire-sources.js';

type Etape = NonNullable<FriseQuery['frise']>[number];

/** Steps as a file takes them; a date is a date only where its source gives the day. */
export function friseEnTableau(
  etapes: readonly Etape[],
  jour: string,
  lueLe: Date | undefined,
): TableauAExporter {
  return {
    lueLe,
    colonnes: [
      { titre: 'Date', largeur: 18 },
      { titre: `À venir au ${formaterDate(jour)}`, largeur: 30 },
      { titre: 'Étape', largeur: 44 },
      { titre: 'Ce qui s’est passé', largeur: 80 },
      { titre: 'Maisons concernées', largeur: 32 },
      { titre: 'Tenu par' },
      { titre: 'Sources', largeur: 60 },
      { titre: 'Liens', largeur: 60 },
    ],
    lignes: etapes.map(({ le, precision, titre, texte, partenaires, sources }) => [
      precision === 'JOUR' ? celluleJour(le) : direLaDate(le, precision),
      le > jour,
      titre,
      texte,
      partenaires.map((partenaire) => nomPartenaire(partenaireDuGraphe(partenaire))).join(', '),
      nomPartenaire('etat'),
      direSources(sources),
      lienDes(sources),
    ]),
  };
}
