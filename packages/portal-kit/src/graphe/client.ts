import { Client, fetchExchange, mapExchange } from '@urql/core';
import { cacheExchange, type Data, type KeyGenerator } from '@urql/exchange-graphcache';
import { lireAvis, signalerPartenaires } from '../partenaires/etat-partenaires.js';
import { entetesDe } from './au-nom-de.js';
import { fetchDuGraphe } from './fetch-persiste.js';
import { separerManques } from './manques.js';
import { relectures } from './recommencer.js';

const par =
  (...champs: string[]): KeyGenerator =>
  (donnees: Data) => {
    const valeurs = champs.map((champ) => donnees[champ]);
    // Without its whole key an object lives where it was read, and is merged with nothing.
    return valeurs.every((valeur) => typeof valeur === 'string' || typeof valeur === 'number')
      ? valeurs.join(':')
      : null;
  };
const SANS_CLE: KeyGenerator = () => null;

// A draft and the version it replaces are two versions of the same contribution, or fiche.
const contribution = par('id', 'version');

const TYPES_SANS_CLE: readonly string[] = [
  'PageInfo',
  'Refus',
  'OriginalTexte',
  'Signataire',
  'Copilote',
  'PointGeographique',
  'OffreFormation',
  'ContributionEtatPayload',
  'ContributionRegionPayload',
  'ContributionPoleEmploiPayload',
  'Accord',
  'Presence',
  'Quorum',
  'Releve',
  'Vote',
  'ValidationDecision',
  // Numbered in its session by the house that proposes it: the same number is found elsewhere.
  'PointOrdreDuJour',
  'MembreInstance',
  'ReglageSecondeConvocation',
  'VersionDeSeance',
  'ChangementDeVersion',
  'AvisFiche',
  'AvisFichePayload',
  'EtapeFiche',
  'EvaluationFiche',
  'LigneBudgetFiche',
  'CelluleVentilee',
  'RecompositionIndicateur',
  'ErreurDeLigne',
  'ChangementDeMesure',
  'LotDeMesures',
  ...['Etat', 'Region', 'PoleEmploi'].flatMap((maison) =>
    ['Participation', 'Accord', 'Releve', 'Validation', 'Suite', 'Decision'].map(
      (type) => `${type}${maison}`,
    ),
  ),
];

// What a house keeps or finds for the reader: under the house's own names.
const TYPES_DE_MAISON: readonly string[] = [
  'MonSuivi',
  'Suivi',
  'SuiviConnection',
  'SuiviEdge',
  'SuiviPayload',
  'NotificationConnection',
  'NotificationEdge',
  'LettreEnvoyeePayload',
  'Trouvaille',
  'FicheActionConnection',
  'FicheActionEdge',
  'FicheActionPayload',
  'ObservationConnection',
  'ObservationEdge',
  'ObservationPayload',
  'ImportMesures',
  'PublicationMesures',
  'ContrePropositionPayload',
  'PublierMesuresPayload',
];
const SUFFIXES = ['Etat', 'Region', 'PoleEmploi'];

const TYPES_EN_LISTE: readonly string[] = [
  'ContributionEtat',
  'ContributionRegion',
  'ContributionPoleEmploi',
  'Territoire',
  'Instance',
  'Formation',
  'SessionFormation',
  'Metier',
  'Tension',
  'Seance',
  'Decision',
  'VersionDeSeance',
  'SuiteEtat',
  'SuiteRegion',
  'SuitePoleEmploi',
  'AvisFiche',
  'ValeurIndicateurEtat',
  'ValeurIndicateurRegion',
  'ValeurIndicateurPoleEmploi',
];

/** `SuiviRegion`, but `SuiviRegionConnection` and `SuiviRegionPayload`. */
function nomDeMaison(type: string, suffixe: string): string {
  const fin = /(?:Connection|Edge|Payload)$/.exec(type)?.[0] ?? '';
  return `${type.slice(0, type.length - fin.length)}${suffixe}${fin}`;
}

const CLES: Readonly<Record<string, KeyGenerator>> = {
  Engagement: par('code'),
  Territoire: par('maille', 'code'),
  Enjeu: par('numero'),
  Metier: par('codeRome'),
  Formation: par('numeroOffre'),
  SessionFormation: par('numeroSession'),
  IndicateurEtat: par('code'),
  IndicateurRegion: par('code'),
  IndicateurPoleEmploi: par('code'),
  ContributionEtat: contribution,
  ContributionRegion: contribution,
  ContributionPoleEmploi: contribution,
  FicheActionEtat: contribution,
  FicheActionRegion: contribution,
  FicheActionPoleEmploi: contribution,
  ...Object.fromEntries(TYPES_SANS_CLE.map((type) => [type, SANS_CLE])),
  ...Object.fromEntries(
    TYPES_DE_MAISON.flatMap((type) => SUFFIXES.map((suffixe) => nomDeMaison(type, suffixe))).map(
      (type) => [type, SANS_CLE],
    ),
  ),
  ...Object.fromEntries(
    TYPES_EN_LISTE.flatMap((type) => [`${type}Connection`, `${type}Edge`]).map((type) => [
      type,
      SANS_CLE,
    ]),
  ),
};

/** A client of the graph; the portal has one, tests and samples make their own. */
export function creerClient(options: { url?: string; fetch?: typeof fetch } = {}): Client {
  return new Client({
    url: options.url ?? '/graphql',
    fetch: options.fetch ?? fetchDuGraphe,
    // Questions carry what agents look for: never in an address, hence never in a log.
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ credentials: 'same-origin', headers: entetesDe(null) }),
    exchanges: [
      cacheExchange({ keys: CLES }),
      mapExchange({
        onResult(resultat) {
          signalerPartenaires(lireAvis(resultat.extensions?.['partenaires']));
          return separerManques(resultat);
        },
      }),
      relectures,
      fetchExchange,
    ],
  });
}

/** The portal's one client, shared by the shell and every module through the import map. */
export const client: Client = creerClient();
