import {
  celluleJour,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { InstancesQuery } from '../generated/graphql.js';
import { LIBELLES_TYPE } from './filtres.js';
import { siegesFictifs } from './sieges-fictifs.js';

export type InstanceListee = NonNullable<InstancesQuery['instances']>['nodes'][number];

/** Instances as a file takes them, one a row; in a workbook, their seats too, one a row. */
export function enTableau(
  instances: readonly InstanceListee[],
  donneesDeDemonstration: boolean,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Identifiant' },
      { titre: 'Instance', largeur: 36 },
      { titre: 'Type', largeur: 44 },
      { titre: 'Territoire', largeur: 24 },
      { titre: 'Code du territoire', largeur: 18 },
      { titre: 'Manière de décider', largeur: 32 },
      { titre: 'Copilotes', largeur: 60 },
      { titre: 'Autres sièges', largeur: 60 },
      { titre: 'Créée le' },
      { titre: 'Dernier jour' },
      { titre: 'Succède à', largeur: 36 },
      { titre: 'Maison' },
      { titre: 'Source', largeur: 44 },
      { titre: 'Sièges de démonstration', largeur: 24 },
    ],
    lignes: instances.map((instance) => [
      instance.id,
      instance.nom,
      LIBELLES_TYPE[instance.type],
      instance.territoire.nom,
      instance.territoire.code,
      instance.regle === 'VOTE' ? 'vote' : 'validations des maisons',
      enMots(instance, true),
      enMots(instance, false),
      celluleJour(instance.creeeLe),
      celluleJour(instance.dissouteLe),
      instance.predecesseur?.nom ?? '',
      nomPartenaire('etat'),
      instance.source,
      siegesFictifs(instance, donneesDeDemonstration),
    ]),
    autresFeuilles: [
      {
        nom: 'Sièges',
        colonnes: [
          { titre: 'Instance', largeur: 36 },
          { titre: 'Fonction', largeur: 44 },
          { titre: 'Organisation', largeur: 36 },
          { titre: 'Maison' },
          { titre: 'Copilote' },
          { titre: 'Voix' },
          { titre: 'Démonstration' },
        ],
        lignes: instances.flatMap((instance) =>
          instance.membresLe.map(({ fonction, organisation, partenaire, copilote, voix }) => [
            instance.nom,
            fonction,
            organisation,
            partenaire ? nomPartenaire(partenaireDuGraphe(partenaire)) : '',
            copilote,
            // Where nobody votes a seat has no voice, and lacks none.
            instance.regle === 'VOTE' ? voix : null,
            siegesFictifs(instance, donneesDeDemonstration) &&
              (instance.regle === 'VOTE' || !copilote),
          ]),
        ),
      },
    ],
  };
}

function enMots({ membresLe, regle }: InstanceListee, copilotes: boolean): string {
  return membresLe
    .filter(({ copilote }) => copilote === copilotes)
    .map(({ fonction, organisation, voix }) => {
      const droit = regle === 'VOTE' ? (voix ? ', voix' : ', sans voix') : '';
      return `${fonction} (${organisation}${droit})`;
    })
    .join(' ; ');
}
