import {
  type DefinitionLue,
  direPeriode,
  nAPasRepondu,
  nomPartenaire,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import { LIBELLES_MAILLE } from '../territoires/mailles.js';

export interface CatalogueLu {
  partenaire: Partenaire;
  /** Null: the house did not answer. */
  indicateurs: readonly (DefinitionLue & { periodes: readonly string[] })[] | null;
}

/** What each house counts, how, and until when at the day shown. */
export function catalogueEnTableau(catalogues: readonly CatalogueLu[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Maison' },
      { titre: 'Code', largeur: 28 },
      { titre: 'Indicateur', largeur: 50 },
      { titre: 'Unité' },
      { titre: 'Nature' },
      { titre: 'Dernière période', largeur: 22 },
      { titre: 'Ce qui est attendu', largeur: 50 },
      { titre: 'Périmètre', largeur: 50 },
      { titre: 'Méthode', largeur: 60 },
      { titre: 'Source', largeur: 40 },
      { titre: 'Maille la plus fine', largeur: 20 },
      { titre: 'Additionnable' },
      { titre: 'Petits effectifs masqués', largeur: 14 },
    ],
    lignes: catalogues.flatMap(({ partenaire, indicateurs }) =>
      (indicateurs ?? []).map((indicateur) => [
        nomPartenaire(partenaire),
        indicateur.code,
        indicateur.libelle,
        indicateur.unite,
        indicateur.nature === 'CONTEXTE' ? 'contexte' : 'action',
        indicateur.periodes[0] === undefined
          ? 'aucune valeur encore'
          : direPeriode(indicateur.periodes[0]),
        indicateur.attendu ?? '',
        indicateur.perimetre,
        indicateur.methode,
        indicateur.source,
        LIBELLES_MAILLE[indicateur.mailleMinimale].singulier,
        indicateur.additif,
        indicateur.comptePersonnes,
      ]),
    ),
    remarques: catalogues.flatMap(({ partenaire, indicateurs }) =>
      indicateurs === null ? [nAPasRepondu(partenaire)] : [],
    ),
  };
}
