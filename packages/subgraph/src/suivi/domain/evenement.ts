import { type Droit, type Partenaire, sujetPartenaireLe } from '@passerelle/identity';
import type { Acte } from '../../actes/domain/acte.js';
import { cheminDe, estSujet, type Sujet } from './suivi.js';

/** Something that happened, as it is told to who follows what it happened to. */
export interface EvenementNouveau {
  /** What it comes from: the same source is noted once. */
  readonly source: string;
  readonly partenaire: Partenaire;
  readonly titre: string;
  /** Page of the portal that opens the very thing. */
  readonly chemin: string;
  readonly auteur: string;
  /** Instant. */
  readonly survenuLe: string;
  /** Right of this house that it calls upon; null when it only tells. */
  readonly droit: Droit | null;
  /** « ARRONDISSEMENT:596 » when it is the business of one territory only. */
  readonly territoire: string | null;
  readonly sujets: readonly Sujet[];
}

interface Nature {
  /** What was done, after the house's name: « a validé une décision ». */
  readonly phrase: (acte: Acte) => string;
  readonly sujets: (acte: Acte) => readonly Sujet[];
  readonly chemin?: (acte: Acte) => string | null;
  /** Right upon which it calls in the other houses, or in the one that it addresses. */
  readonly droit?: Droit;
  /** The only house that it calls upon; the others are told when they follow it. */
  readonly pour?: (acte: Acte) => string;
}

const SEANCE = (acte: Acte): readonly Sujet[] => [
  { genre: 'SEANCE', cle: acte.sujet },
  { genre: 'INSTANCE', cle: instanceOf(acte.sujet) },
];
const DECISION = (acte: Acte): readonly Sujet[] => {
  const seance = acte.sujet.slice(0, acte.sujet.lastIndexOf(':'));
  return [
    { genre: 'DECISION', cle: acte.sujet },
    { genre: 'SEANCE', cle: seance },
    { genre: 'INSTANCE', cle: instanceOf(acte.sujet) },
  ];
};
const FICHE = (acte: Acte): readonly Sujet[] => [
  { genre: 'FICHE', cle: acte.sujet },
  ...engagementOf(acte),
];
const INDICATEUR = (acte: Acte): readonly Sujet[] => [
  { genre: 'INDICATEUR', cle: acte.sujet },
  ...territoiresOf(acte),
];

/** The acts of any house that are worth telling, by their nature. */
const NATURES: Readonly<Record<string, Nature>> = {
  CONTRIBUTION_PUBLIEE: {
    phrase: ({ sujet }) => `a publié sa contribution à ${sujet}`,
    sujets: ({ sujet }) => [{ genre: 'ENGAGEMENT', cle: sujet }],
  },
  SEANCE_PREVUE: {
    phrase: () => 'a fixé une séance',
    sujets: SEANCE,
    droit: 'seance:participer',
  },
  SEANCE_ANNULEE: {
    phrase: () => 'a annulé une séance',
    sujets: SEANCE,
    droit: 'seance:participer',
  },
  POINT_PROPOSE: {
    phrase: (acte) => `a proposé un point à l’ordre du jour${cite(acte, 'titre')}`,
    sujets: SEANCE,
    droit: 'seance:tenir',
  },
  POINT_RETIRE: {
    phrase: () => 'a retiré un point de l’ordre du jour',
    sujets: SEANCE,
    droit: 'seance:tenir',
  },
  ORDRE_DU_JOUR_ACCORDE: {
    phrase: () => 'a donné son accord sur l’ordre du jour',
    sujets: SEANCE,
    droit: 'seance:participer',
  },
  DECISION_ENREGISTREE: {
    phrase: (acte) => `a enregistré une décision${cite(acte, 'texte')}`,
    sujets: DECISION,
    droit: 'decision:valider',
  },
  DECISION_VALIDEE: {
    phrase: ({ sujet }) => `a validé la décision ${sujet.slice(sujet.lastIndexOf(':') + 1)}`,
    sujets: DECISION,
    droit: 'decision:valider',
  },
  SUITE_ENREGISTREE: {
    phrase: (acte) =>
      `a noté la suite de la décision ${acte.sujet.slice(acte.sujet.lastIndexOf(':') + 1)}${cite(acte, 'texte')}`,
    sujets: DECISION,
    droit: 'seance:tenir',
  },
  RELEVE_VALIDE: {
    phrase: () => 'a validé le relevé de la séance',
    sujets: SEANCE,
    droit: 'releve:valider',
  },
  AVENANT_PROPOSE: {
    phrase: () => 'propose un avenant au protocole',
    sujets: engagementOf,
    chemin: () => '/protocole',
    droit: 'avenant:valider',
  },
  AVENANT_VALIDE: {
    phrase: () => 'a validé l’avenant',
    sujets: engagementOf,
    chemin: () => '/protocole',
    droit: 'avenant:valider',
  },
  AVENANT_PUBLIE: {
    phrase: () => 'a publié l’avenant',
    sujets: engagementOf,
    chemin: () => '/protocole',
    droit: 'avenant:valider',
  },
  FICHE_PUBLIEE: { phrase: () => 'a publié une fiche action', sujets: FICHE },
  OBSERVATION_ECRITE: {
    phrase: () => 'a observé une fiche action',
    sujets: FICHE,
    droit: 'fiche:publier',
  },
  OBSERVATION_REPONDUE: { phrase: () => 'a répondu à une observation', sujets: FICHE },
  INDICATEUR_PUBLIE: {
    phrase: (acte) => `a publié des chiffres${cite(acte, 'libelle')}`,
    sujets: INDICATEUR,
  },
  CONTRE_PROPOSITION_PUBLIEE: {
    phrase: (acte) => `propose une autre valeur d’un chiffre${cite(acte, 'libelle')}`,
    sujets: INDICATEUR,
    chemin: cheminDuChiffre,
    droit: 'indicateur:publier',
    pour: ({ sujet }) => sujet.slice(0, sujet.indexOf(':')),
  },
  CONTRE_PROPOSITION_REPONDUE: {
    phrase: (acte) =>
      `${champDe(acte.charge, 'issue') === 'RETENUE' ? 'retient' : 'écarte'} une contre-proposition${cite(acte, 'libelle')}`,
    sujets: INDICATEUR,
    chemin: cheminDuChiffre,
    droit: 'indicateur:proposer',
    pour: ({ charge }) => champDe(charge, 'a') ?? '',
  },
};

export const NATURES_SUIVIES: readonly string[] = Object.keys(NATURES);

/**
 * What an act says to this house's agents.
 *
 * @param maison - the house that is told: its own acts call upon none of its agents
 * @param le - civil date of the act, for the name that its house had
 * @returns null for an act that tells nobody anything
 */
export function evenementOf(acte: Acte, maison: Partenaire, le: string): EvenementNouveau | null {
  const nature = Object.hasOwn(NATURES, acte.nature) ? NATURES[acte.nature] : undefined;
  if (!nature) return null;
  // Another house's key may have a shape unknown here: what cannot be followed is left out.
  const sujets = nature.sujets(acte).filter(estSujet);
  const [premier] = sujets;
  const chemin = nature.chemin?.(acte) ?? (premier ? cheminDe(premier) : null);
  if (chemin === null) return null;
  return {
    source: `acte:${acte.partenaire}:${acte.numero}`,
    partenaire: acte.partenaire,
    titre: `${sujetPartenaireLe(acte.partenaire, le)} ${nature.phrase(acte)}.`,
    chemin,
    auteur: acte.auteur,
    survenuLe: acte.faitLe,
    droit: appelle(nature, acte, maison) ? (nature.droit ?? null) : null,
    territoire: territoireDeLInstance(sujets),
    sujets,
  };
}

function appelle({ pour }: Nature, acte: Acte, maison: Partenaire): boolean {
  if (acte.partenaire === maison) return false;
  return pour === undefined || pour(acte) === maison;
}

const MAX_CITATION = 120;

function cite({ charge }: Acte, champ: string): string {
  const texte = champDe(charge, champ);
  if (texte === null) return '';
  const court = texte.length > MAX_CITATION ? `${texte.slice(0, MAX_CITATION - 1)}…` : texte;
  return ` : « ${court} »`;
}

function champDe(charge: unknown, champ: string): string | null {
  if (typeof charge !== 'object' || charge === null) return null;
  const valeur: unknown = Reflect.get(charge, champ);
  return typeof valeur === 'string' && valeur.trim() !== '' ? valeur.trim() : null;
}

/** The very figure: the series of its territory, at its period; null when the act names none. */
function cheminDuChiffre(acte: Acte): string | null {
  const [indicateur, territoire] = INDICATEUR(acte).filter(estSujet);
  const periode = champDe(acte.charge, 'periode');
  if (indicateur === undefined || territoire === undefined || periode === null) return null;
  const lieu = territoire.cle
    .split(':')
    .map((part, rang) => (rang === 0 ? part.toLowerCase() : part));
  return `${cheminDe(indicateur)}?territoire=${lieu.join(':')}#valeur-${encodeURIComponent(periode)}`;
}

function engagementOf({ charge }: Acte): readonly Sujet[] {
  const cle = champDe(charge, 'engagement');
  return cle === null ? [] : [{ genre: 'ENGAGEMENT', cle }];
}

function territoiresOf({ charge }: Acte): readonly Sujet[] {
  const cles: unknown =
    typeof charge === 'object' && charge !== null ? Reflect.get(charge, 'territoires') : null;
  if (!Array.isArray(cles)) return [];
  return cles
    .filter((cle) => typeof cle === 'string')
    .map((cle): Sujet => ({ genre: 'TERRITOIRE', cle }));
}

function instanceOf(cle: string): string {
  return cle.split(':')[0] ?? cle;
}

/** The number of an arrondissement's body is its territory's: « spel-596 ». */
function territoireDeLInstance(sujets: readonly Sujet[]): string | null {
  const instance = sujets.find(({ genre }) => genre === 'INSTANCE')?.cle ?? '';
  const code = /^(?:spel|cle)-([0-9]{3,4})$/.exec(instance)?.[1];
  return code === undefined ? null : `ARRONDISSEMENT:${code}`;
}
