import { ExposedError } from '../../errors/exposed-error.js';
import { ENGAGEMENT_RETIRE } from '../../texte-commun/index.js';

/** Malformed input: thrown, nothing has been looked at. */
const ENTREES = {
  ANNEE_INVALIDE: 'L’année d’une ligne de budget va de 2016 à 2099.',
  CLE_IDEMPOTENCE_INVALIDE:
    'La clé d’idempotence compte de 8 à 100 lettres, chiffres, points, tirets ou deux-points.',
  FICHE_INVALIDE:
    'La fiche demande un titre ; elle compte au plus 30 étapes, 20 lignes de budget et 50 territoires.',
  MONTANT_INVALIDE: 'Un montant est un nombre entier d’euros, de 0 à 2 000 000 000.',
  TEXTE_AVEC_BALISES: 'Le texte ne peut pas contenir de balises (<…>). Écrivez du texte simple.',
  TEXTE_INVALIDE: 'Le texte contient un caractère invisible ou interdit. Saisissez-le de nouveau.',
  TEXTE_TROP_LONG:
    'Un texte est trop long : 200 caractères pour un titre, 4 000 pour le reste. Raccourcissez-le.',
  TEXTE_VIDE: 'Un texte attendu est vide. Écrivez-le.',
} as const;

/** The rules of the domain say no: part of the answer. */
const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  DATES_INCOHERENTES: 'La fin vient avant le début. Corrigez l’une des deux dates.',
  DEJA_RENVOYEE:
    'Cette version a été renvoyée à la rédaction : elle se modifie avant d’être validée.',
  ENGAGEMENT_INCONNU:
    'Le protocole ne compte pas d’engagement sous ce code. La page du protocole donne ceux qui existent.',
  ENGAGEMENT_RETIRE,
  ETAPE_HORS_DATES:
    'Une étape est prévue en dehors des dates de la fiche. Corrigez l’étape, le début ou la fin.',
  ETAPE_A_VENIR: 'Une étape ne peut pas être dite faite un jour à venir.',
  EVALUATION_A_VENIR: 'Une évaluation ne peut pas être datée d’un jour à venir.',
  EVALUATION_MANQUANTE:
    'Une expérimentation se conclut après son évaluation. Enregistrez d’abord l’évaluation.',
  EXPERIMENTATION_CONCLUE:
    'L’expérimentation est conclue : cette fiche ne change plus, sa suite est dans la fiche liée.',
  EXPERIMENTATION_SANS_FIN: 'Une expérimentation porte une date de fin. Donnez-la.',
  EXPERIMENTATION_TROP_LONGUE:
    'Une expérimentation du protocole finit au plus tard le 31 décembre 2023.',
  FICHE_INCONNUE: 'Cette fiche n’existe pas, ou vous ne pouvez pas la voir.',
  HORS_TERRITOIRE:
    'Cette fiche porte sur un autre territoire que le vôtre. Adressez-vous à sa maison.',
  OBSERVATION_INCONNUE:
    'Cette observation n’existe pas, n’est pas la vôtre, ou a déjà été retirée.',
  PAS_EXPERIMENTALE: 'Seule une fiche expérimentale s’évalue et se conclut ainsi.',
  RIEN_A_ABANDONNER: 'Aucun brouillon n’est en cours.',
  RIEN_A_PUBLIER: 'Aucune version validée n’attend d’être publiée.',
  RIEN_A_RENVOYER: 'Aucun brouillon ni version validée n’est en cours.',
  RIEN_A_VALIDER: 'Aucun brouillon n’attend d’être validé.',
  SUITE_DEJA_LIEE:
    'Cette fiche prolonge déjà une autre expérimentation. Ouvrez une nouvelle fiche de suite.',
  SUITE_INATTENDUE:
    'La suite est une autre fiche de la maison, non expérimentale ; un arrêt n’a pas de suite.',
  TERRITOIRE_INCONNU:
    'Ce territoire n’existe pas dans la région. Vérifiez le code et la maille ensemble.',
  TRANSITION_REFUSEE:
    'La fiche n’est pas dans l’état voulu : un brouillon se valide, une version validée se publie.',
  VALIDATION_PAR_AUTEUR:
    'Vous avez écrit cette version : une autre personne de votre maison doit la valider.',
  VARIANTE_AUTRE_ENGAGEMENT:
    'Une variante porte sur le même engagement que la fiche dont elle part, et nomme ses territoires.',
  VERSION_DEPASSEE: 'Ce texte a changé depuis que vous l’avez lu. Relisez-le, puis recommencez.',
} as const;

export type CodeEntreeFiche = keyof typeof ENTREES;
export type CodeRefusFiche = keyof typeof REFUS;

export interface RefusFiche {
  readonly code: CodeRefusFiche;
  readonly message: string;
}

export function ficheError(code: CodeEntreeFiche): ExposedError {
  return new ExposedError(code, ENTREES[code]);
}

export function refus(code: CodeRefusFiche): RefusFiche {
  return { code, message: REFUS[code] };
}

export const FICHE_CODES: readonly string[] = Object.keys(ENTREES);
export const FICHE_REFUS: readonly string[] = Object.keys(REFUS);
