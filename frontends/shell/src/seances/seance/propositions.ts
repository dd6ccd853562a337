import type { Partenaire, SujetDecision } from '../../generated/graphql.js';

/** What the portal already knows and that a decision would ask again. */
export interface Propositions {
  responsable: Partenaire;
  engagement: string | null;
  sujets: SujetDecision[];
}

const SUJETS_PAR_MOT: readonly [RegExp, SujetDecision][] = [
  [/apprenti|alternance|\bcfa\b/i, 'APPRENTISSAGE'],
  [/orientation|\bspro\b|proch.?orientation/i, 'ORIENTATION'],
  [/lyc[ée]e|bac pro|\bbts\b|formation initiale|rectorat/i, 'FORMATION_INITIALE'],
  [/formation|stage|session|qualifi|\bpoe[ci]?\b|\bafpr\b/i, 'FORMATION_CONTINUE'],
  [/entreprise|employeur|recrute|recrutement|offres? d.emploi|implantation/i, 'ENTREPRISES'],
  [/mobilit|transport|permis|navette|\bbus\b|d[ée]placement/i, 'MOBILITE'],
];

/** What a text is about, from its own words; the agent confirms. */
export function sujetsDe(texte: string): SujetDecision[] {
  const trouves = SUJETS_PAR_MOT.filter(([mots]) => mots.test(texte)).map(([, sujet]) => sujet);
  // « Formation initiale » and apprenticeship are formations too: said once, by their own name.
  return trouves.some((sujet) => sujet === 'FORMATION_INITIALE' || sujet === 'APPRENTISSAGE')
    ? trouves.filter((sujet) => sujet !== 'FORMATION_CONTINUE')
    : trouves;
}

/**
 * The engagement that a text names: « E07 », « E7 ».
 *
 * @param connus - the codes of the protocol as it is read: avenants add some and withdraw others
 */
export function engagementDe(
  texte: string,
  connus: { has: (code: string) => boolean },
): string | null {
  const nommes = [...texte.matchAll(/\bE(\d{1,2})\b/g)].map(
    ([, numero = '']) => `E${numero.padStart(2, '0')}`,
  );
  return nommes.find((code) => connus.has(code)) ?? null;
}

/**
 * What a decision taken on this point would say again: the house that brought the point answers
 * for it, unless the engagement has a pilot.
 */
export function propositionsPour(
  point: { titre: string; partenaire: Partenaire } | null,
  pilotes: ReadonlyMap<string, Partenaire>,
): Propositions {
  if (point === null) return { responsable: 'ETAT', engagement: null, sujets: [] };
  const engagement = engagementDe(point.titre, pilotes);
  const pilote = engagement === null ? undefined : pilotes.get(engagement);
  return {
    responsable: pilote ?? point.partenaire,
    engagement,
    sujets: sujetsDe(point.titre),
  };
}

const JOUR_MS = 86_400_000;

function plusJours(jour: string, jours: number): string {
  return new Date(Date.parse(`${jour}T12:00:00Z`) + jours * JOUR_MS).toISOString().slice(0, 10);
}

function plusMois(jour: string, mois: number): string {
  const [annee = 0, rang = 1, date = 1] = jour.split('-').map(Number);
  const dernier = new Date(Date.UTC(annee, rang - 1 + mois + 1, 0)).getUTCDate();
  const cible = new Date(Date.UTC(annee, rang - 1 + mois, Math.min(date, dernier)));
  return cible.toISOString().slice(0, 10);
}

/** When a body that was too few may be called again: the same weekday, two weeks later. */
export function dansDeuxSemaines(jour: string): string {
  return plusJours(jour, 14);
}

export interface EcheanceProposee {
  jour: string;
  libelle: string;
}

/** The due dates that a session gives most: before the next one, in a month, in three. */
export function echeancesProposees(
  jour: string,
  prochaine: string | null,
): readonly EcheanceProposee[] {
  return [
    ...(prochaine !== null && prochaine > jour
      ? [{ jour: prochaine, libelle: 'à la prochaine séance' }]
      : [{ jour: plusJours(jour, 28), libelle: 'dans quatre semaines' }]),
    { jour: plusMois(jour, 2), libelle: 'dans deux mois' },
    { jour: plusMois(jour, 6), libelle: 'dans six mois' },
  ];
}

/**
 * The day of the next session of a body that meets each month: the same weekday of the month.
 *
 * @param jour - civil date of the last one
 * @returns civil date, four or five weeks later
 */
export function jourSuivant(jour: string): string {
  const rangDansLeMois = (civile: string): number => Math.ceil(Number(civile.slice(8)) / 7);
  const quatre = plusJours(jour, 28);
  const moisSuivant = quatre.slice(0, 7) !== jour.slice(0, 7);
  // Few months have a fifth Monday: the fourth takes its place.
  const memeRang = rangDansLeMois(quatre) === Math.min(rangDansLeMois(jour), 4);
  return moisSuivant && memeRang ? quatre : plusJours(jour, 35);
}
