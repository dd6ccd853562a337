type Objet = Record<string, unknown>;

const LIEUX = [
  ['591', 'Avesnes-sur-Helpe', 3.9, 50.18],
  ['592', 'Cambrai', 3.37, 50.13],
  ['593', 'Douai', 3.19, 50.39],
  ['594', 'Dunkerque', 2.47, 50.85],
  ['595', 'Lille', 3.06, 50.61],
  ['596', 'Valenciennes', 3.47, 50.38],
] as const;

export function unLieu(code: string): Objet {
  const [, nom = 'Hauts-de-France', longitude = 2.8, latitude = 50] =
    LIEUX.find(([un]) => un === code) ?? [];
  const maille = code.length === 3 ? 'ARRONDISSEMENT' : 'REGION';
  return {
    code,
    maille,
    nom,
    population: 100_000,
    nombreCommunes: 10,
    interregional: false,
    centre: { longitude, latitude },
    parents: [],
  };
}

export function unIndicateur(autres: Objet = {}): Objet {
  return {
    code: 'demandeurs-abc',
    libelle: 'Demandeurs d’emploi, catégories A, B et C',
    unite: 'personnes',
    nature: 'CONTEXTE',
    perimetre: 'Inscrits tenus de chercher un emploi.',
    methode: 'Moyenne du trimestre.',
    source: 'Pôle emploi et Dares',
    additif: true,
    comptePersonnes: true,
    mailleMinimale: 'ARRONDISSEMENT',
    dimensions: ['SEXE'],
    raisonMaille: 'Un effectif de personnes s’arrête à l’arrondissement.',
    attendu: null,
    cibles: [],
    // The last one is closed after the day that the portal shows.
    periodes: ({ le }: { le?: string | null }) =>
      ['2023-T4', '2023-T3', '2023-T2'].slice(le && le < '2023-12-31' ? 1 : 0),
    ...autres,
  };
}

export function uneValeur(code: string, autres: Objet = {}): Objet {
  return {
    id: `pole-emploi:demandeurs-abc:ARRONDISSEMENT:${code}:2023-T3`,
    periode: '2023-T3',
    debut: '2023-07-01',
    fin: '2023-09-30',
    valeur: 10_000 + Number(code),
    masque: false,
    calculee: false,
    dateValeur: '2023-09-30',
    source: 'Pôle emploi',
    demonstration: true,
    version: 1,
    publieeLe: '2023-10-25T09:00:00Z',
    auteur: 'directeur territorial',
    variation: -120,
    manquants: [],
    indicateur: unIndicateur(),
    territoire: unLieu(code),
    ventilations: [
      { dimension: 'SEXE', modalite: 'FEMMES', valeur: null, masque: true },
      { dimension: 'SEXE', modalite: 'HOMMES', valeur: null, masque: true },
    ],
    recomposition: null,
    contrePropositionEtat: null,
    contrePropositionRegion: null,
    ...autres,
  };
}

/** Every arrondissement has a value, but one whose count is hidden. */
export function desValeurs(): Objet[] {
  return LIEUX.map(([code]) =>
    code === '592' ? uneValeur(code, { valeur: null, masque: true }) : uneValeur(code),
  );
}

/** Squares around the centres, with the long codes of the IGN. */
export function desContours(): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    features: LIEUX.map(([code, nom, x, y]) => ({
      type: 'Feature',
      properties: { code: `${code.slice(0, 2)}00${code.slice(2)}`, nom },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [x - 0.1, y - 0.1],
            [x + 0.1, y - 0.1],
            [x + 0.1, y + 0.1],
            [x - 0.1, y + 0.1],
            [x - 0.1, y - 0.1],
          ],
        ],
      },
    })),
  });
}
