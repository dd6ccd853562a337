import { DATE_DEMONSTRATION } from '../date-demonstration.js';
import type { Aleatoire } from '../hasard/aleatoire.js';
import { instantAParis, plusJours } from './calendrier.js';
import { empreinteDecision } from './empreintes.js';
import { MODELES_DECISION, type ModeleDecision, TEXTES_DE_SUITE } from './modeles.js';
import type {
  AccordDemonstration,
  AvancementSuite,
  DecisionDemonstration,
  SuiteDemonstration,
  TitreValidation,
} from './seance-demonstration.js';

export interface CadreSeance {
  readonly id: string;
  readonly jour: string;
  /** Name of the territory. */
  readonly lieu: string;
  /** Of the region's body, whose co-pilots are not those of an arrondissement. */
  readonly regionale: boolean;
}

/** What one wants of a decision, beside chance. */
export interface Voulu {
  readonly modele?: ModeleDecision;
  readonly echeance?: string;
  readonly avancement?: AvancementSuite | null;
  /** Titles that have not validated yet. */
  readonly manquent?: readonly TitreValidation[];
}

const AVEC_LE_RECTEUR: readonly string[] = ['ORIENTATION', 'FORMATION_INITIALE', 'APPRENTISSAGE'];

/** A decision old enough has been followed up, but one in fifty. */
const LONGTEMPS = plusJours(DATE_DEMONSTRATION, -90);
/** Before this day the validations have all come, but three in a hundred. */
const RECENTE = plusJours(DATE_DEMONSTRATION, -21);

export function tirerDecision(
  hasard: Aleatoire,
  seance: CadreSeance,
  numero: number,
  voulu: Voulu = {},
): DecisionDemonstration {
  const modele = voulu.modele ?? hasard.choisir(MODELES_DECISION);
  const echeance = voulu.echeance ?? plusJours(seance.jour, 30 + hasard.entier(0, 6) * 15);
  const contenu = {
    id: `${seance.id}:${numero}`,
    texte: modele.texte.replaceAll('{lieu}', seance.lieu),
    responsable: modele.responsable,
    fonctionResponsable: modele.fonction,
    echeance,
    engagement: modele.engagement,
    sujets: modele.sujets,
  };
  const titres = titresRequis(modele);
  const manquent = voulu.manquent ?? tirerManquants(hasard, seance.jour, titres);
  const validations = titres
    .filter((titre) => !manquent.includes(titre))
    .map((titre, index) => unAccord(titre, seance, index + 1));
  const adoptee = validations.length === titres.length;
  const avancement =
    voulu.avancement === undefined ? tirerAvancement(hasard, echeance, adoptee) : voulu.avancement;
  return {
    ...contenu,
    numero,
    statut: adoptee ? 'ADOPTEE' : 'EN_ATTENTE',
    empreinte: empreinteDecision(contenu),
    validations,
    adopteeLe: adoptee ? (validations.at(-1)?.le ?? null) : null,
    suite: avancement && uneSuite(avancement, modele.fonction, seance),
  };
}

export function titresRequis({ sujets }: Pick<ModeleDecision, 'sujets'>): TitreValidation[] {
  return sujets.some((sujet) => AVEC_LE_RECTEUR.includes(sujet))
    ? ['ETAT', 'REGION', 'RECTEUR']
    : ['ETAT', 'REGION'];
}

export function unAccord(
  titre: TitreValidation,
  { jour, lieu, regionale }: Omit<CadreSeance, 'id'>,
  joursApres: number,
): AccordDemonstration {
  const auteurs: Readonly<Record<TitreValidation, string>> = {
    ETAT: regionale
      ? 'préfet de région, Préfecture de région'
      : `sous-préfet ou sous-préfète, ${lieu}`,
    REGION: regionale
      ? `président du conseil régional, Région ${lieu}`
      : `conseiller régional ou conseillère régionale, ${lieu}`,
    RECTEUR: 'délégué du recteur, Rectorat de région académique',
  };
  return {
    titre,
    auteur: auteurs[titre],
    le: instantAParis(plusJours(jour, joursApres), titre === 'ETAT' ? '09:15' : '16:40'),
  };
}

function tirerManquants(
  hasard: Aleatoire,
  jour: string,
  titres: readonly TitreValidation[],
): readonly TitreValidation[] {
  const tard = hasard.chance(jour > RECENTE ? 0.6 : 0.03);
  if (!tard) return [];
  return hasard.chance(0.3) ? titres : [titres.at(-1) ?? 'REGION'];
}

function tirerAvancement(
  hasard: Aleatoire,
  echeance: string,
  adoptee: boolean,
): AvancementSuite | null {
  if (!adoptee) return null;
  if (echeance < LONGTEMPS) {
    return hasard.chance(0.93) ? 'FAITE' : hasard.choisir(['ABANDONNEE', 'EN_COURS']);
  }
  if (echeance < DATE_DEMONSTRATION) {
    return hasard.choisirPondere(['FAITE', 'EN_COURS', 'A_FAIRE', null], (dit) =>
      dit === 'FAITE' ? 8 : 1,
    );
  }
  return hasard.choisir(['FAITE', 'EN_COURS', 'EN_COURS', 'A_FAIRE', null]);
}

function uneSuite(
  avancement: AvancementSuite,
  fonction: string,
  { jour }: CadreSeance,
): SuiteDemonstration {
  const voulu = plusJours(jour, avancement === 'A_FAIRE' ? 5 : 25);
  const dit = voulu < DATE_DEMONSTRATION ? voulu : plusJours(DATE_DEMONSTRATION, -1);
  return {
    avancement,
    texte: TEXTES_DE_SUITE[avancement],
    auteur: fonction,
    modifieLe: instantAParis(dit, '11:00'),
  };
}
