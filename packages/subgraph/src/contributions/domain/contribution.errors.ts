import { ExposedError } from '../../errors/exposed-error.js';
import { ENGAGEMENT_RETIRE } from '../../texte-commun/index.js';

/** Malformed input: thrown, nothing has been looked at. */
const ENTREES = {
  AVANCEMENT_INVALIDE: 'L’avancement est un nombre entier de 0 à 100.',
  CLE_IDEMPOTENCE_INVALIDE:
    'La clé d’idempotence compte de 8 à 100 lettres, chiffres, points, tirets ou deux-points.',
  COMMENTAIRE_TROP_LONG: 'Le commentaire compte au plus 2 000 caractères. Raccourcissez-le.',
  PREUVE_INVALIDE:
    'La preuve est une adresse https ou une référence d’au plus 300 caractères, sur une ligne.',
  TEXTE_AVEC_BALISES: 'Le texte ne peut pas contenir de balises (<…>). Écrivez du texte simple.',
  TEXTE_INVALIDE: 'Le texte contient un caractère invisible ou interdit. Saisissez-le de nouveau.',
} as const;

/** The rules of the domain say no: part of the answer. */
const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  ENGAGEMENT_EN_DOUBLE: 'Cet engagement vient deux fois. Gardez une seule ligne par engagement.',
  ENGAGEMENT_RETIRE,
  IMPORT_DEJA_ANNULE: 'Cet import a déjà été annulé.',
  IMPORT_DEJA_REPRIS:
    'Quelqu’un a travaillé depuis sur au moins un de ces brouillons. Abandonnez les autres un à un.',
  IMPORT_INCONNU: 'Aucun import de votre maison ne porte cet identifiant.',
  IMPORT_REFUSE:
    'Le fichier contient des erreurs : rien n’a été enregistré. Corrigez les lignes indiquées.',
  LOT_REFUSE:
    'Au moins une contribution ne peut pas avancer : rien n’a changé. Retirez celles qui sont indiquées.',
  METEO_INCONNUE: 'La météo est l’une des quatre : SOLEIL, COUVERT, NUAGE, ORAGE.',
  RIEN_A_ABANDONNER: 'Aucun brouillon n’est en cours sur cet engagement.',
  RIEN_A_IMPORTER: 'Aucune ligne ne change ce qui est enregistré.',
  RIEN_A_PUBLIER: 'Aucune version validée n’attend d’être publiée sur cet engagement.',
  RIEN_A_VALIDER: 'Aucun brouillon n’attend d’être validé sur cet engagement.',
  TROP_DE_LIGNES: 'Un envoi compte au plus 100 lignes.',
  TRANSITION_REFUSEE:
    'La contribution n’est pas dans l’état voulu : un brouillon se valide, une version validée se publie.',
  VERSION_DEPASSEE:
    'La contribution a changé depuis que vous l’avez lue. Relisez-la, puis recommencez.',
  VISIBILITE_INCONNUE: 'La visibilité est l’une des trois : MAISON, PARTENAIRES, PUBLIC.',
} as const;

export type CodeEntree = keyof typeof ENTREES;
export type CodeRefus = keyof typeof REFUS;

export interface Refus {
  readonly code: CodeRefus;
  readonly message: string;
}

export function contributionError(code: CodeEntree): ExposedError {
  return new ExposedError(code, ENTREES[code]);
}

export function refus(code: CodeRefus): Refus {
  return { code, message: REFUS[code] };
}

export const CONTRIBUTION_CODES: readonly string[] = Object.keys(ENTREES);
export const CONTRIBUTION_REFUS: readonly string[] = Object.keys(REFUS);
