import type { EtatDeDemandeCarte, Jeton, Usages } from '@passerelle/publication';
import { EMPREINTE, ilYA } from './exemples.js';

const SEMAINE_MIN = 7 * 24 * 60;

export function unJeton(autres: Partial<Jeton> = {}): Jeton {
  return {
    id: 'j-1',
    nom: 'region-ci',
    genre: 'schema',
    editeur: 'region',
    creeLe: ilYA(50_000),
    creePar: 'agent 7d0c',
    expireLe: null,
    dernierUsageLe: ilYA(30),
    revoqueLe: null,
    ...autres,
  };
}

export function desUsages(): Usages {
  return {
    operations: [
      {
        empreinte: EMPREINTE,
        nom: 'PageFormations',
        document: 'query PageFormations { formations { nodes { intitule } } }',
        client: 'module-region',
        version: '7',
        nombre: 1_812,
        premiereFoisLe: ilYA(9_000),
        derniereFoisLe: ilYA(3),
      },
    ],
    champs: [
      {
        coordonnee: 'Query.formations',
        clients: [
          { client: 'module-region', version: '7' },
          { client: 'module-region', version: '6' },
          { client: 'integrateur:observatoire', version: '-' },
        ],
        nombre: 2_004,
        derniereFoisLe: ilYA(3),
      },
      {
        coordonnee: 'Formation.intitule',
        clients: [{ client: 'module-region', version: '7' }],
        nombre: 1_812,
        derniereFoisLe: ilYA(3),
      },
    ],
  };
}

/** As `GET /v1/carte` gives it. */
export function uneCarte(): object {
  return {
    revision: 2,
    carte: {
      partenaires: {
        etat: { suffixe: 'Etat' },
        region: { suffixe: 'Region' },
        'pole-emploi': { suffixe: 'PoleEmploi' },
      },
      types: {
        Engagement: {
          partenaire: 'etat',
          nature: 'OBJET',
          cles: ['code'],
          champsDeCle: { code: 'ID!' },
        },
        Formation: { partenaire: 'region', nature: 'OBJET', cles: ['id'], champsDeCle: {} },
        FacteurTension: {
          partenaire: 'pole-emploi',
          nature: 'ENUMERATION',
          cles: [],
          champsDeCle: {},
        },
      },
      valeursPartagees: { PageInfo: 'type PageInfo { hasNextPage: Boolean! }' },
      textesCommuns: { 'Engagement.libelle': 'etat' },
      racines: { 'Query.formations': 'region' },
      accords: [{ nature: 'SHAREABLE', coordonnee: 'Metier.libelle', beneficiaire: 'region' }],
    },
    hotes: { etat: ['graphe.etat.example'], region: ['graphe.region-hauts-de-france.example'] },
    responsables: { region: { titulaire: '7d0c', suppleant: '91aa' } },
  };
}

export function uneDemande(autres: Partial<EtatDeDemandeCarte> = {}): EtatDeDemandeCarte {
  return {
    id: 'd-1',
    demandeeLe: ilYA(120),
    par: 'jeton etat-admin',
    editeur: 'etat',
    motif: 'Le type Contrat passe à la Région, qui tient les contrats.',
    urgence: false,
    statut: 'EN_ATTENTE',
    expireLe: ilYA(-SEMAINE_MIN),
    changements: ['Le type « Contrat » passe de l’État à la Région.'],
    accords: [
      {
        partenaire: 'etat',
        decision: 'ACCORD',
        par: 'jeton etat-admin',
        le: ilYA(120),
        motif: null,
      },
      { partenaire: 'region', decision: 'EN_ATTENTE', par: null, le: null, motif: null },
    ],
    revision: null,
    ...autres,
  };
}
