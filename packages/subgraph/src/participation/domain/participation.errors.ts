/** The rules of the domain say no: part of the answer, nothing has changed. */
const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  DECISION_ANNULEE: 'Cette décision a été annulée : elle ne se valide plus et n’a plus de suite.',
  DECISION_INCONNUE: 'Cette décision n’existe pas. Vérifiez son identifiant.',
  DUREE_INVALIDE: 'La durée d’un point est un nombre entier de 1 à 480 minutes.',
  EMPREINTE_INVALIDE:
    'L’empreinte est celle du texte que vous avez lu : 64 chiffres hexadécimaux. Relisez le texte, puis recommencez.',
  HORS_SUJET:
    'Le délégué du recteur agit sur l’orientation, la formation initiale et l’apprentissage. Cette décision n’y touche pas.',
  HORS_TERRITOIRE: 'Cette séance se tient hors de votre territoire. Vous pouvez la lire seulement.',
  ORDRE_DU_JOUR_PASSE: 'Cette séance a été tenue : son ordre du jour ne change plus.',
  ORDRE_DU_JOUR_REPRIS:
    'Cette séance reprend l’ordre du jour de celle qui n’a pas eu le quorum : il ne change pas.',
  POINT_DEJA_RETIRE: 'Ce point a déjà été retiré de l’ordre du jour.',
  POINT_INCONNU: 'Ce point n’est pas l’un de ceux que votre maison a proposés.',
  RELEVE_A_VENIR: 'Cette séance n’a pas encore été tenue : son relevé est à venir.',
  SEANCE_FIGEE: 'Cette séance est close ou annulée : rien n’y change plus.',
  SEANCE_INCONNUE: 'Cette séance n’existe pas. Vérifiez son identifiant.',
  TEXTE_AVEC_BALISES: 'Le texte ne peut pas contenir de balises (<…>). Écrivez du texte simple.',
  TEXTE_INVALIDE: 'Le texte contient un caractère invisible ou interdit. Saisissez-le de nouveau.',
  TEXTE_TROP_LONG: 'Le texte compte au plus 2 000 caractères. Raccourcissez-le.',
  TITRE_D_AUTRUI: 'Votre maison ne valide pas à ce titre. Laissez-le vide pour valider au vôtre.',
  TITRE_INVALIDE: 'Le titre d’un point tient sur une ligne, de 1 à 200 caractères.',
  VERSION_DEPASSEE:
    'Cette suite a changé depuis que vous l’avez lue. Relisez-la, puis recommencez.',
} as const;

export type CodeRefusParticipation = keyof typeof REFUS;

export interface RefusParticipation {
  readonly code: CodeRefusParticipation;
  readonly message: string;
}

export function refus(code: CodeRefusParticipation): RefusParticipation {
  return { code, message: REFUS[code] };
}

export const PARTICIPATION_REFUS: readonly string[] = Object.keys(REFUS);
