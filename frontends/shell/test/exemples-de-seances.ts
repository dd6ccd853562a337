type Objet = Record<string, unknown>;

export const ID_SEANCE = 'spel-596:2023-12-15';

const TERRITOIRE = {
  code: '596',
  maille: 'ARRONDISSEMENT',
  nom: 'Valenciennes',
  population: 348_000,
  nombreCommunes: 82,
  parents: [{ code: '59', maille: 'DEPARTEMENT', nom: 'Nord' }],
};

const COPILOTES = [
  { fonction: 'sous-préfet', organisation: 'Sous-préfecture de Valenciennes', partenaire: 'ETAT' },
  {
    fonction: 'conseiller régional',
    organisation: 'Région Hauts-de-France',
    partenaire: 'REGION',
  },
];

export function uneInstance(): Objet {
  return {
    id: 'spel-596',
    type: 'SPEL',
    nom: 'SPEL de Valenciennes',
    nomLe: 'SPEL de Valenciennes',
    source: 'communiqué du 9 juin 2023',
    regle: 'VALIDATIONS',
    secondeConvocation: null,
    copilotes: COPILOTES,
    copilotesLe: COPILOTES,
    territoire: TERRITOIRE,
    prochaineSeance: null,
  };
}

export function uneDecision(autres: Objet = {}): Objet {
  const numero = typeof autres['numero'] === 'number' ? autres['numero'] : 1;
  return {
    id: `${ID_SEANCE}:${numero}`,
    numero,
    texte: 'Ouvrir une session de soudage à Onnaing.',
    responsable: 'POLE_EMPLOI',
    fonctionResponsable: null,
    echeance: '2024-01-19',
    engagement: { code: 'E07', libelle: 'Adapter l’offre de formation' },
    sujets: ['FORMATION_CONTINUE'],
    statut: 'EN_ATTENTE',
    version: 1,
    empreinte: 'e'.repeat(64),
    validationsRequises: ['ETAT', 'REGION'],
    validations: [],
    regle: 'VALIDATIONS',
    vote: null,
    adopteeLe: null,
    enRetard: false,
    avancement: null,
    demonstration: true,
    validationEtat: null,
    validationRecteurEtat: null,
    validationRegion: null,
    suiteEtat: null,
    suiteRegion: null,
    suitePoleEmploi: null,
    ...autres,
  };
}

export function uneSeance(autres: Objet = {}): Objet {
  return {
    id: ID_SEANCE,
    jour: '2023-12-15',
    debut: '2023-12-15T13:30:00Z',
    fin: '2023-12-15T15:30:00Z',
    lieu: 'Sous-préfecture de Valenciennes',
    objet: 'Recrutements de l’industrie',
    statut: 'PREVUE',
    version: 1,
    demonstration: true,
    instance: uneInstance(),
    points: [
      {
        id: 'r1',
        titre: 'E07 : places au premier trimestre',
        duree: 20,
        partenaire: 'REGION',
        rang: 1,
      },
      { id: 'p1', titre: 'Métiers en tension', duree: 20, partenaire: 'POLE_EMPLOI', rang: 2 },
    ],
    regle: 'VALIDATIONS',
    convocationDe: null,
    convoqueeDeNouveau: null,
    empreinteOrdreDuJour: 'o'.repeat(64),
    versionOrdreDuJour: 1,
    accordsOrdreDuJour: [],
    ordreDuJourArrete: false,
    presences: COPILOTES.map((copilote) => ({
      ...copilote,
      present: false,
      signataire: false,
      voix: false,
    })),
    quorum: null,
    decisions: { nodes: [], edges: [], pageInfo: { hasNextPage: false, endCursor: null } },
    releve: null,
    precedente: null,
    participationEtat: null,
    participationRegion: null,
    participationPoleEmploi: null,
    ...autres,
  };
}

/** A session of the committee that follows the SPEL: it votes. */
export function uneSeanceQuiVote(presents: number, autres: Objet = {}): Objet {
  return uneSeance({
    jour: '2024-09-10',
    debut: null,
    fin: null,
    statut: 'TENUE',
    regle: 'VOTE',
    instance: { ...uneInstance(), id: 'cle-596', type: 'CLE', nom: 'Comité local de Valenciennes' },
    presences: Array.from({ length: 6 }, (_, rang) => ({
      fonction: `membre ${rang + 1}`,
      organisation: 'Comité',
      partenaire: null,
      present: rang < presents,
      signataire: false,
      voix: true,
    })),
    quorum: { membres: 6, presents, requis: 3, atteint: presents >= 3, exige: true },
    decisions: unePage([uneDecision({ regle: 'VOTE', validationsRequises: [] })]),
    ...autres,
  });
}

export function unePage(nodes: readonly unknown[]): Objet {
  return { nodes, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
}

export function unEngagement(code: string, autres: Objet = {}): Objet {
  return {
    code,
    numero: Number(code.slice(1)),
    libelle: 'Adapter l’offre de formation',
    texteOfficiel: false,
    pilote: 'REGION',
    copilotes: [],
    echeance: null,
    contributionEtat: null,
    contributionRegion: null,
    contributionPoleEmploi: null,
    ...autres,
  };
}

/** The session before, closed, whose second decision is late. */
export function laPrecedente(): Objet {
  const tardive = uneDecision({
    id: 'spel-596:2023-11-17:2',
    numero: 2,
    texte: 'Publier le calendrier des forums.',
    statut: 'ADOPTEE',
    echeance: '2023-12-01',
    enRetard: true,
    avancement: 'EN_COURS',
    seance: { id: 'spel-596:2023-11-17', jour: '2023-11-17', instance: uneInstance() },
  });
  return uneSeance({
    id: 'spel-596:2023-11-17',
    jour: '2023-11-17',
    statut: 'CLOSE',
    releve: {
      texte: 'Points examinés : forums, soudage.',
      version: 2,
      auteur: 'sous-préfecture de Valenciennes',
      modifieLe: '2023-11-18T10:00:00Z',
      empreinte: 'r'.repeat(64),
      validations: [
        { titre: 'ETAT', auteur: 'sous-préfet', le: '2023-11-18T10:00:00Z' },
        { titre: 'REGION', auteur: 'conseiller régional', le: '2023-11-19T10:00:00Z' },
      ],
      figeLe: '2023-11-19T10:00:00Z',
    },
    decisions: unePage([tardive]),
  });
}

export function unTerritoireChiffre(): Objet {
  return {
    ...TERRITOIRE,
    indicateursEtat: null,
    indicateursRegion: null,
    indicateursPoleEmploi: [
      {
        id: 'pole-emploi:demandeurs:596:2023-T3',
        periode: '2023-T3',
        valeur: 24_310,
        masque: false,
        dateValeur: '2023-10-25',
        source: 'Pôle emploi, statistiques trimestrielles',
        variation: -120,
        demonstration: true,
        indicateur: {
          code: 'demandeurs',
          libelle: 'Demandeurs d’emploi A, B, C',
          unite: 'personnes',
          methode: 'Moyenne trimestrielle',
        },
      },
    ],
    offreFormationRegion: {
      formations: 12,
      sessionsOuvertes: 9,
      places: 140,
      placesRestantes: 61,
      arreteLe: '2023-12-11',
      methode: 'Sessions ouvertes financées par la Région.',
      demonstration: true,
    },
    tensionsPoleEmploi: unePage([
      {
        id: 't1',
        niveau: 5,
        source: 'Dares, Pôle emploi',
        arreteLe: '2023-09-30',
        demonstration: true,
        metier: { codeRome: 'H2913', libelle: 'Soudage manuel' },
      },
    ]),
  };
}
