import type { Partenaire } from '../partenaire.js';
import type {
  AvisDemonstration,
  ObservationDemonstration,
  ReponseDemonstration,
} from './fiche-demonstration.js';

const OBSERVATIONS: Readonly<
  Record<Partenaire, readonly (readonly [fiche: string, texte: string, le: string])[]>
> = {
  etat: [
    [
      'region:fiche-1',
      'Deux CFA industriels du Valenciennois demandent à rejoindre le parcours : les prévoir dès janvier.',
      '2023-12-06T09:20:00Z',
    ],
    [
      'pole-emploi:fiche-1',
      'Prévoir un point avec la sous-préfecture de Dunkerque avant la vague de février.',
      '2023-12-11T14:05:00Z',
    ],
  ],
  region: [
    [
      'etat:fiche-1',
      'Les places de formation par arrondissement peuvent être ajoutées au diagnostic dès cette édition.',
      '2023-12-04T10:40:00Z',
    ],
    [
      'pole-emploi:fiche-1',
      'Les sessions de préparation sont ouvertes ; il manque le nombre de candidats attendus en mars.',
      '2023-12-08T16:10:00Z',
    ],
  ],
  'pole-emploi': [
    [
      'region:fiche-1',
      'Les conseillers repèrent des candidats, mais la date d’entrée leur arrive trop tard.',
      '2023-12-07T11:30:00Z',
    ],
  ],
};

const AUTEURS: Readonly<Record<Partenaire, string>> = {
  etat: 'Préfecture de région, chef de projet',
  region: 'Conseil régional, chargé de mission formation',
  'pole-emploi': 'Pôle emploi, directeur territorial',
};

/** What a house remarks of the others' fiches when the demonstration opens. */
export function observationsDemonstration(partenaire: Partenaire): ObservationDemonstration[] {
  return OBSERVATIONS[partenaire].map(([fiche, texte, ecriteLe]) => ({
    fiche,
    texte,
    auteur: AUTEURS[partenaire],
    ecriteLe,
    demonstration: true,
  }));
}

const REPONSES: Readonly<
  Record<
    Partenaire,
    readonly (readonly [fiche: number, observation: string, texte: string, le: string])[]
  >
> = {
  etat: [
    [
      1,
      'region:observation-1',
      'Ajoutées à l’édition de janvier, avec la date de chaque chiffre.',
      '2023-12-12T09:15:00Z',
    ],
  ],
  region: [
    [
      1,
      'etat:observation-1',
      'Les deux CFA entrent dans la liste de janvier ; leur capacité est demandée pour le 20 décembre.',
      '2023-12-08T10:30:00Z',
    ],
  ],
  'pole-emploi': [],
};

/** What a house has answered to the others when the demonstration opens. */
export function reponsesDemonstration(partenaire: Partenaire): ReponseDemonstration[] {
  return REPONSES[partenaire].map(([fiche, observation, texte, ecriteLe]) => ({
    fiche,
    observation,
    texte,
    auteur: AUTEURS[partenaire],
    ecriteLe,
    demonstration: true,
  }));
}

/** Opinions of made-up social partners, as the État's secretariat recorded them. */
export function avisDemonstration(): AvisDemonstration[] {
  const recorded = {
    donneLe: '2023-11-30',
    auteur: AUTEURS.etat,
    enregistreLe: '2023-12-01T09:00:00Z',
    demonstration: true,
  } as const;
  return [
    {
      ...recorded,
      fiche: 'region:fiche-1',
      organisation: 'Organisation de salariés A (démonstration)',
      sens: 'FAVORABLE',
      motif: 'Sous réserve que la rémunération des alternants soit dite avant l’entrée.',
    },
    {
      ...recorded,
      fiche: 'region:fiche-1',
      organisation: 'Organisation d’employeurs B (démonstration)',
      sens: 'RESERVE',
      motif: 'Les petites entreprises n’ont pas de tuteur disponible sur neuf mois.',
    },
    {
      ...recorded,
      fiche: 'pole-emploi:fiche-1',
      organisation: 'Organisation de salariés A (démonstration)',
      sens: 'FAVORABLE',
      motif: null,
    },
    {
      ...recorded,
      fiche: 'etat:fiche-1',
      organisation: 'Organisation d’employeurs B (démonstration)',
      sens: 'DEFAVORABLE',
      motif: 'Le diagnostic répète des chiffres que les branches publient déjà.',
    },
  ];
}
