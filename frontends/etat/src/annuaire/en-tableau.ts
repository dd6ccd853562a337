import {
  celluleJour,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { AnnuaireQuery } from '../generated/graphql.js';
import { LIBELLES_TYPE } from './types.js';

export type OrganisationListee = NonNullable<AnnuaireQuery['annuaire']>['nodes'][number];
type Role = OrganisationListee['roles'][number];

/** Organisations as a file takes them, one a row; in a workbook, their functions too, one a row. */
export function enTableau(organisations: readonly OrganisationListee[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Organisation', largeur: 44 },
      { titre: 'Nature', largeur: 28 },
      { titre: 'Maison' },
      { titre: 'Territoire', largeur: 24 },
      { titre: 'Code du territoire', largeur: 18 },
      { titre: 'Sujets', largeur: 36 },
      { titre: 'Fonctions', largeur: 60 },
      { titre: 'Téléphone' },
      { titre: 'Courriel', largeur: 30 },
      { titre: 'Adresse', largeur: 44 },
      { titre: 'Source', largeur: 44 },
      { titre: 'Démonstration' },
    ],
    lignes: organisations.map((organisation) => [
      organisation.nom,
      LIBELLES_TYPE[organisation.type],
      organisation.partenaire ? nomPartenaire(partenaireDuGraphe(organisation.partenaire)) : '',
      organisation.territoire.nom,
      organisation.territoire.code,
      organisation.sujets.join(', '),
      organisation.roles.map(enMots).join(' ; '),
      organisation.contact?.telephone ?? '',
      organisation.contact?.courriel ?? '',
      organisation.contact?.adresse ?? '',
      organisation.source.intitule,
      organisation.demonstration,
    ]),
    autresFeuilles: [
      {
        nom: 'Fonctions',
        colonnes: [
          { titre: 'Organisation', largeur: 44 },
          { titre: 'Fonction', largeur: 44 },
          { titre: 'Titulaire', largeur: 28 },
          { titre: 'Aussi écrit', largeur: 44 },
          { titre: 'Depuis au moins' },
          { titre: 'Source', largeur: 44 },
          { titre: 'Démonstration' },
        ],
        lignes: organisations.flatMap(({ nom, demonstration, roles }) =>
          roles.map((role) => [
            nom,
            role.fonction,
            role.titulaire ?? '',
            role.alias.map((autre) => `${autre.nom} (${autre.source.intitule})`).join(' ; '),
            celluleJour(role.du),
            role.source.intitule,
            demonstration,
          ]),
        ),
      },
    ],
  };
}

function enMots({ fonction, titulaire, alias }: Role): string {
  const nom = titulaire ? ` : ${titulaire}` : '';
  const autres = alias.map((autre) => `, aussi écrit ${autre.nom} (${autre.source.intitule})`);
  return `${fonction}${nom}${autres.join('')}`;
}
