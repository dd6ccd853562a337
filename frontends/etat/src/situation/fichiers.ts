import type { Bloc, DocumentTexte, Feuille } from '@passerelle/portal-files';
import { nomPartenaireLe, type Partenaire } from '@passerelle/portal-ui';
import type { SituationListeeFragment } from '../generated/graphql.js';
import { type ContenuFige, MAISONS_FIGEES, type MaisonFigee } from './lire-contenu.js';

const CODES: Readonly<Record<MaisonFigee, Partenaire>> = {
  Etat: 'etat',
  Region: 'region',
  PoleEmploi: 'pole-emploi',
};

/**
 * A house under the name that it had on the day of the frozen state, whenever it is read.
 *
 * @param le - civil date of the state
 */
export function nomFige(maison: MaisonFigee, le: string): string {
  return nomPartenaireLe(CODES[maison], le);
}

const ENTETE = ['Engagement', 'Libellé', 'Pilote', 'Échéance'] as const;

/** Each house's column is its own: nothing is added up, nothing is ranked. */
/** @param le - civil date of the state */
export function feuillesDe(
  { engagements, decisions, fiches }: ContenuFige,
  le: string,
): readonly Feuille[] {
  return [
    {
      nom: 'Engagements',
      colonnes: [
        ...ENTETE.map((titre) => ({ titre })),
        ...MAISONS_FIGEES.flatMap((maison) => [
          { titre: `${nomFige(maison, le)} : avancement` },
          { titre: `${nomFige(maison, le)} : météo` },
          { titre: `${nomFige(maison, le)} : commentaire`, largeur: 60 },
        ]),
      ],
      lignes: engagements.map(({ code, libelle, pilote, echeance, contributions }) => [
        code,
        libelle,
        pilote,
        echeance === null ? null : { jour: echeance },
        ...MAISONS_FIGEES.flatMap((maison) => {
          const dite = contributions[maison];
          return dite === null
            ? [null, null, null]
            : [dite.avancement, dite.meteo, dite.commentaire];
        }),
      ]),
    },
    {
      nom: 'Décisions',
      colonnes: ['Décision', 'Texte', 'Responsable', 'Échéance', 'État', 'Engagement'].map(
        (titre) => ({ titre }),
      ),
      lignes: decisions.map(({ id, texte, responsable, echeance, statut, engagement }) => [
        id,
        texte,
        responsable,
        echeance === null ? null : { jour: echeance },
        statut,
        engagement,
      ]),
    },
    {
      nom: 'Fiches action',
      colonnes: ['Fiche', 'Titre', 'Engagement', 'Fin', 'État'].map((titre) => ({ titre })),
      lignes: fiches.map(({ id, titre, engagement, fin, statut }) => [
        id,
        titre,
        engagement,
        fin === null ? null : { jour: fin },
        statut,
      ]),
    },
  ];
}

export function documentDe(
  situation: SituationListeeFragment,
  { engagements, decisions, fiches }: ContenuFige,
): DocumentTexte {
  const blocs: Bloc[] = engagements.flatMap(
    ({ code, libelle, echeance, contributions }): Bloc[] => [
      { nature: 'titre', niveau: 2, texte: `${code} – ${libelle}` },
      ...(echeance === null
        ? []
        : [{ nature: 'paragraphe', texte: `Échéance : ${echeance}`, discret: true } as const]),
      {
        nature: 'tableau',
        colonnes: ['Maison', 'Avancement', 'Météo', 'Commentaire'],
        lignes: MAISONS_FIGEES.map((maison) => {
          const dite = contributions[maison];
          return dite === null
            ? [nomFige(maison, situation.le), 'rien de publié', '', '']
            : [
                nomFige(maison, situation.le),
                `${dite.avancement} %`,
                dite.meteo,
                dite.commentaire ?? '',
              ];
        }),
      },
    ],
  );
  return {
    titre: situation.titre,
    soustitre: `État au ${situation.le}${situation.demonstration ? ' – données de démonstration' : ''}`,
    auteur: situation.auteur,
    pied: `Empreinte ${situation.empreinte.slice(0, 16)}…`,
    blocs: [
      ...(situation.manquants.length === 0
        ? []
        : [
            {
              nature: 'paragraphe',
              texte: `Maisons qui ne répondaient pas : ${situation.manquants.join(', ')}.`,
            } as const,
          ]),
      { nature: 'titre', niveau: 1, texte: 'Engagements' },
      ...blocs,
      { nature: 'titre', niveau: 1, texte: `Décisions (${decisions.length})` },
      {
        nature: 'tableau',
        colonnes: ['Décision', 'Texte', 'Responsable', 'Échéance', 'État'],
        lignes: decisions.map(({ id, texte, responsable, echeance, statut }) => [
          id,
          texte,
          responsable,
          echeance ?? '',
          statut,
        ]),
      },
      { nature: 'titre', niveau: 1, texte: `Fiches action (${fiches.length})` },
      {
        nature: 'tableau',
        colonnes: ['Fiche', 'Titre', 'Engagement', 'Fin', 'État'],
        lignes: fiches.map(({ id, titre, engagement, fin, statut }) => [
          id,
          titre,
          engagement ?? '',
          fin ?? '',
          statut,
        ]),
      },
    ],
  };
}
