const REFUS = {
  AJOUT_REFUSE:
    'Une transcription charge les libellés signés : elle n’ajoute pas d’engagement. Ouvrez un avenant.',
  AVENANT_DEJA_OUVERT:
    'Un avenant est déjà en cours. Publiez-le ou abandonnez-le avant d’en ouvrir un autre.',
  AVENANT_FERME: 'Cet avenant est publié ou abandonné : il ne change plus.',
  AVENANT_INTROUVABLE: 'Aucun avenant ne porte cet identifiant.',
  AVENANT_SANS_CHANGEMENT: 'Cet avenant ne change rien au texte en vigueur.',
  ELEMENT_INCONNU: 'Le protocole ne compte ni cet engagement ni cet enjeu.',
  ENGAGEMENT_RETIRE: 'Cet engagement a été retiré par un avenant : il ne change plus.',
  NON_PROPOSE: 'Cet avenant n’est pas proposé : proposez-le aux trois maisons.',
  OBJET_INVALIDE: 'L’objet compte de 1 à 300 caractères de texte simple.',
  PILOTE_ET_COPILOTE: 'Le pilote d’un engagement n’en est pas aussi copilote.',
  PROTOCOLE_FIGE:
    'Le protocole est signé : son texte ne change que par un avenant validé par les trois maisons.',
  RETRAIT_AVANT_SIGNATURE: 'Un engagement ne se retire pas avant la signature du protocole.',
  SOURCE_MANQUANTE:
    'Une transcription dit d’où viennent les libellés signés, en 500 caractères au plus.',
  TEXTE_NON_CHARGE: 'Aucun protocole n’est chargé.',
  TEXTE_REFUSE: 'Un libellé compte de 1 à 2 000 caractères de texte simple, sans balises.',
  TROP_D_ENGAGEMENTS: 'Le protocole compte déjà 99 engagements : il n’y a plus de code libre.',
  VALIDATIONS_MANQUANTES:
    'Les trois maisons n’ont pas toutes validé ce texte : un avenant ne se publie qu’avec les trois.',
} as const;

export type CodeRefus = keyof typeof REFUS | 'VERSION_DEPASSEE';

export interface Refus {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: keyof typeof REFUS): Refus {
  return { code, message: REFUS[code] };
}

/** The code is the contributions' own, listed there. */
export const VERSION_DEPASSEE: Refus = {
  code: 'VERSION_DEPASSEE',
  message: 'L’avenant a changé depuis que vous l’avez lu. Relisez-le, puis recommencez.',
};

export const AVENANT_REFUS: readonly string[] = Object.keys(REFUS);
