import { CHANGEMENTS_DE_NOM, nomPartenaireLe } from '@passerelle/identity';
import { z } from 'zod';
import { type Colonne, lireReponse, type TablePublique, tablePublique } from './jeu-de-donnees.js';

const contribution = z
  .object({ avancement: z.number(), meteo: z.string(), modifieLe: z.string() })
  .nullish();

const reponse = z.object({
  engagements: z.array(
    z.object({
      code: z.string(),
      libelle: z.string(),
      texteOfficiel: z.boolean(),
      pilote: z.string(),
      echeance: z.string().nullable(),
      enjeu: z.object({ numero: z.number() }),
      contributionEtat: contribution,
      contributionRegion: contribution,
      contributionPoleEmploi: contribution,
    }),
  ),
});

type Ligne = z.infer<typeof reponse>['engagements'][number];

/** A schema speaks of every day of its table: it gives every name that a house has had. */
const DEPUIS = CHANGEMENTS_DE_NOM.filter(({ partenaire }) => partenaire === 'pole-emploi').map(
  ({ nom, le }) => `, ${nom} depuis le ${le}`,
);

const MAISONS = [
  { code: 'etat', nom: 'l’État', champ: 'contributionEtat' },
  { code: 'region', nom: 'la Région', champ: 'contributionRegion' },
  {
    code: 'pole_emploi',
    nom: `${nomPartenaireLe('pole-emploi', null)}${DEPUIS.join('')}`,
    champ: 'contributionPoleEmploi',
  },
] as const;

const suivi = MAISONS.flatMap(({ code, nom, champ }): Colonne<Ligne>[] => [
  {
    nom: `${code}_avancement`,
    type: 'integer',
    titre: `Avancement publié par ${nom}`,
    description: 'De 0 à 100 ; vide quand la maison n’a rien publié pour tous.',
    obligatoire: false,
    valeur: (ligne) => ligne[champ]?.avancement ?? null,
  },
  {
    nom: `${code}_meteo`,
    type: 'string',
    titre: `Météo publiée par ${nom}`,
    description: 'SOLEIL, COUVERT, NUAGE ou ORAGE.',
    obligatoire: false,
    valeur: (ligne) => ligne[champ]?.meteo ?? null,
  },
  {
    nom: `${code}_modifie_le`,
    type: 'datetime',
    titre: `Instant de la version publiée par ${nom}`,
    description: 'ISO 8601, temps universel.',
    obligatoire: false,
    valeur: (ligne) => ligne[champ]?.modifieLe ?? null,
  },
]);

const DOCUMENT = `query DonneesOuvertesEngagements {
  engagements {
    code libelle texteOfficiel pilote echeance
    enjeu { numero }
    contributionEtat { avancement meteo modifieLe }
    contributionRegion { avancement meteo modifieLe }
    contributionPoleEmploi { avancement meteo modifieLe }
  }
}`;

export const ENGAGEMENTS: TablePublique = tablePublique<Ligne>({
  id: 'engagements',
  titre: 'Engagements et avancement publié',
  description:
    'Les 23 engagements du protocole et ce que chaque maison a publié pour tous de leur avancement. Un libellé dont « texte_officiel » est faux est un texte de démonstration.',
  async *pages(demander) {
    const answer = await demander(DOCUMENT, {});
    yield { lignes: lireReponse(reponse, answer).engagements, manquants: answer.manquants };
  },
  colonnes: [
    {
      nom: 'code',
      type: 'string',
      titre: 'Code',
      description: 'De E01 à E23.',
      obligatoire: true,
      valeur: ({ code }) => code,
    },
    {
      nom: 'libelle',
      type: 'string',
      titre: 'Libellé',
      description: 'Texte de l’engagement.',
      obligatoire: true,
      valeur: ({ libelle }) => libelle,
    },
    {
      nom: 'texte_officiel',
      type: 'boolean',
      titre: 'Texte officiel',
      description: 'Faux pour un libellé de démonstration.',
      obligatoire: true,
      valeur: ({ texteOfficiel }) => texteOfficiel,
    },
    {
      nom: 'enjeu',
      type: 'integer',
      titre: 'Enjeu',
      description: 'Numéro de l’enjeu, de 1 à 4.',
      obligatoire: true,
      valeur: ({ enjeu }) => enjeu.numero,
    },
    {
      nom: 'pilote',
      type: 'string',
      titre: 'Pilote',
      description: 'ETAT, REGION ou POLE_EMPLOI.',
      obligatoire: true,
      valeur: ({ pilote }) => pilote,
    },
    {
      nom: 'echeance',
      type: 'date',
      titre: 'Échéance',
      description: 'Jour prévu pour l’achèvement.',
      obligatoire: false,
      valeur: ({ echeance }) => echeance,
    },
    ...suivi,
  ],
  cle: ['code'],
});
