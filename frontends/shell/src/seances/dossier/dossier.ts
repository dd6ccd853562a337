import {
  formaterDate,
  formaterNombre,
  nomPartenaire,
  partenaireDuGraphe,
} from '@passerelle/portal-kit';
import { LIBELLES_METEO, type Meteo, type Partenaire } from '@passerelle/portal-ui';
import type {
  ChiffresDuTerritoireQuery,
  DecisionDuDossierFragment,
  EngagementsDuDossierQuery,
} from '../../generated/graphql.js';
import { engagementDe } from '../seance/propositions.js';

/** A figure is never shown without its owner, its method and its date. */
export interface ChiffreDuDossier {
  cle: string;
  libelle: string;
  /** Null when it is masked or not given: the sentence of `methode` says why. */
  valeur: string | null;
  partenaire: Partenaire;
  methode: string;
  arreteLe: string;
  demonstration: boolean;
}

type TerritoireLu = NonNullable<ChiffresDuTerritoireQuery['territoire']>;

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });
const METIERS_CITES = 6;

/** The indicators of the three houses, the training offer, the tensions: as each gives them. */
export function chiffresDuTerritoire(territoire: TerritoireLu | null): ChiffreDuDossier[] {
  const offre = territoire?.offreFormationRegion ?? null;
  const tensions = territoire?.tensionsPoleEmploi ?? null;
  const chiffres: ChiffreDuDossier[] = [
    ...(territoire?.indicateursPoleEmploi ?? []).map((mesure) => mesureDe(mesure, 'pole-emploi')),
    ...(territoire?.indicateursRegion ?? []).map((mesure) => mesureDe(mesure, 'region')),
    ...(territoire?.indicateursEtat ?? []).map((mesure) => mesureDe(mesure, 'etat')),
  ];
  if (offre) {
    chiffres.push({
      cle: 'places',
      libelle: 'Places de formation restantes',
      valeur: `${formaterNombre(offre.placesRestantes)} sur ${formaterNombre(offre.places)}`,
      partenaire: 'region',
      methode: `${formaterNombre(offre.sessionsOuvertes)} sessions ouvertes. ${offre.methode}`,
      arreteLe: offre.arreteLe,
      demonstration: offre.demonstration,
    });
  }
  const [premiere] = tensions?.nodes ?? [];
  if (tensions && premiere) {
    const metiers = [...new Set(tensions.nodes.map(({ metier }) => metier.libelle))];
    const cites = enumerer.format(metiers.slice(0, METIERS_CITES));
    chiffres.push({
      cle: 'tensions',
      libelle: 'Métiers en tension très forte',
      valeur: `${formaterNombre(metiers.length)}${tensions.pageInfo.hasNextPage ? ' au moins' : ''}`,
      partenaire: 'pole-emploi',
      methode: `${metiers.length > METIERS_CITES ? `Dont ${cites}` : cites}. ${premiere.source}.`,
      arreteLe: premiere.arreteLe,
      demonstration: tensions.nodes.some(({ demonstration }) => demonstration),
    });
  }
  return chiffres;
}

interface Mesure {
  id: string;
  periode: string;
  valeur?: number | null;
  masque: boolean;
  dateValeur: string;
  source: string;
  variation?: number | null;
  demonstration: boolean;
  indicateur: { code: string; libelle: string; unite: string; methode: string };
}

function mesureDe(mesure: Mesure, partenaire: Partenaire): ChiffreDuDossier {
  const { indicateur, valeur, masque, variation } = mesure;
  const enUnite = (nombre: number): string => `${formaterNombre(nombre)} ${indicateur.unite}`;
  return {
    cle: mesure.id,
    libelle: `${indicateur.libelle}, ${mesure.periode}`,
    valeur: masque || valeur === null || valeur === undefined ? null : enUnite(valeur),
    partenaire,
    methode: [
      masque ? 'Valeur masquée : trop peu de personnes.' : '',
      variation
        ? `${variation > 0 ? '+' : '−'}${enUnite(Math.abs(variation))} depuis la précédente.`
        : '',
      `${indicateur.methode.replace(/\.$/, '')}.`,
      `Source : ${mesure.source.replace(/\.$/, '')}.`,
    ]
      .filter(Boolean)
      .join(' '),
    arreteLe: mesure.dateValeur,
    demonstration: mesure.demonstration,
  };
}

export interface EngagementDuDossier {
  code: string;
  libelle: string;
  pilote: Partenaire;
  /** Open decisions of the territory that serve it. */
  decisions: number;
  enRetard: number;
  /** In the words of each house that published. */
  avancements: readonly { partenaire: Partenaire; phrase: string }[];
}

type EngagementLu = NonNullable<EngagementsDuDossierQuery['engagements']>[number];

/** The engagements that this territory's decisions serve or that the agenda names, busiest first. */
export function engagementsConcernes(
  engagements: readonly EngagementLu[],
  decisions: readonly DecisionDuDossierFragment[],
  points: readonly { titre: string }[],
): EngagementDuDossier[] {
  const codes = new Set(engagements.map(({ code }) => code));
  const nommes = new Set(points.map(({ titre }) => engagementDe(titre, codes)));
  return engagements
    .map((engagement) => {
      const siennes = decisions.filter(
        (decision) => decision.engagement?.code === engagement.code && estOuverte(decision),
      );
      return {
        code: engagement.code,
        libelle: engagement.libelle,
        pilote: partenaireDuGraphe(engagement.pilote),
        decisions: siennes.length,
        enRetard: siennes.filter(({ enRetard }) => enRetard).length,
        avancements: avancementsDe(engagement),
      };
    })
    .filter(({ code, decisions: nombre }) => nombre > 0 || nommes.has(code))
    .sort(
      (a, b) =>
        b.enRetard - a.enRetard || b.decisions - a.decisions || a.code.localeCompare(b.code),
    );
}

function estOuverte({ statut, avancement }: DecisionDuDossierFragment): boolean {
  return (
    (statut === 'EN_ATTENTE' || statut === 'ADOPTEE') &&
    avancement !== 'FAITE' &&
    avancement !== 'ABANDONNEE'
  );
}

interface VersionPublique {
  etat: string;
  avancement: number;
  meteo: Meteo;
  publieLe?: string | null;
  versionPubliee?: { avancement: number; meteo: Meteo; publieLe?: string | null } | null;
}

function avancementsDe(engagement: EngagementLu): EngagementDuDossier['avancements'] {
  const lues: readonly [Partenaire, VersionPublique | null | undefined][] = [
    ['etat', engagement.contributionEtat],
    ['region', engagement.contributionRegion],
    ['pole-emploi', engagement.contributionPoleEmploi],
  ];
  return lues.flatMap(([partenaire, lue]) => {
    const publiee = lue?.etat === 'PUBLIEE' ? lue : lue?.versionPubliee;
    if (!publiee) return [];
    const le = publiee.publieLe ? `, le ${formaterDate(publiee.publieLe)}` : '';
    return [
      {
        partenaire,
        phrase: `${publiee.avancement} %, ${LIBELLES_METEO[publiee.meteo].toLocaleLowerCase('fr')}${le}`,
      },
    ];
  });
}

/** « Décision 2 du 20 novembre 2023 » and what stands behind it, in one sentence. */
export function phraseDeDecision(decision: DecisionDuDossierFragment): string {
  const responsable = nomPartenaire(partenaireDuGraphe(decision.responsable));
  return [
    `Responsable : ${responsable}${decision.fonctionResponsable ? ` (${decision.fonctionResponsable})` : ''}.`,
    decision.echeance ? `Échéance : ${formaterDate(decision.echeance)}.` : 'Sans échéance.',
    decision.engagement ? `Engagement ${decision.engagement.code}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
