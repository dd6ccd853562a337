import {
  celluleJour,
  nomPartenaire,
  phrasesPartenaire,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { FormationLue } from './formation-lue.js';
import { LIBELLES_SECTEUR } from './secteurs.js';

/** Names of the métiers by ROME code, and whether they could all be read. */
export interface NomsDesMetiers {
  parCode: ReadonlyMap<string, string>;
  entiers: boolean;
}

/** What a file takes of a course: the page may read more without a word here. */
export type FormationEnTableau = Pick<
  FormationLue,
  | 'numeroOffre'
  | 'intitule'
  | 'secteur'
  | 'metiers'
  | 'organisme'
  | 'certifiante'
  | 'lieu'
  | 'placesRestantes'
  | 'sessions'
  | 'demonstration'
>;

/** Courses as a file takes them, one a row, with the first open sessions as on the page. */
export function enTableau(
  formations: readonly FormationEnTableau[],
  noms: NomsDesMetiers,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Offre' },
      { titre: 'Formation', largeur: 44 },
      { titre: 'Organisme', largeur: 32 },
      { titre: 'Certifiante' },
      { titre: 'Secteur', largeur: 24 },
      { titre: 'Métiers (codes ROME)', largeur: 22 },
      { titre: 'Métiers', largeur: 40 },
      { titre: 'Lieu', largeur: 24 },
      { titre: 'Code du lieu' },
      { titre: 'Places restantes (places)' },
      ...['Prochaine session', 'Session suivante'].flatMap((session) => [
        { titre: `${session} : début`, largeur: 24 },
        { titre: `${session} : fin`, largeur: 24 },
        { titre: `${session} : places`, largeur: 24 },
        { titre: `${session} : places restantes`, largeur: 32 },
      ]),
      { titre: 'D’autres sessions ouvertes', largeur: 24 },
      { titre: 'Maison' },
      { titre: 'Démonstration' },
    ],
    lignes: formations.map((formation) => [
      formation.numeroOffre,
      formation.intitule,
      formation.organisme,
      formation.certifiante,
      formation.secteur ? LIBELLES_SECTEUR[formation.secteur] : 'Autre secteur',
      formation.metiers.map(({ codeRome }) => codeRome).join(', '),
      formation.metiers.flatMap(({ codeRome }) => noms.parCode.get(codeRome) ?? []).join(' ; '),
      formation.lieu.nom,
      formation.lieu.code,
      formation.placesRestantes,
      ...[0, 1].flatMap((rang) => {
        const session = formation.sessions.nodes[rang];
        return session === undefined
          ? [null, null, null, null]
          : [
              celluleJour(session.debut),
              celluleJour(session.fin),
              session.places,
              session.placesRestantes,
            ];
      }),
      formation.sessions.pageInfo.hasNextPage,
      nomPartenaire('region'),
      formation.demonstration,
    ]),
    remarques: noms.entiers
      ? []
      : [
          `Les noms des métiers viennent ${phrasesPartenaire('pole-emploi').de}, qui n’a pas tout répondu : ceux qui manquent sont vides, leurs codes ROME restent.`,
        ],
  };
}
