/** The rules of the domain say no: part of the answer. */
const REFUS = {
  ENGAGEMENT_INCONNU:
    'Aucun engagement ne porte ce code. La page du protocole donne ceux qui existent.',
  REFERENCE_INCONNUE:
    'Une référence citée n’existe pas : les principes vont de 1 à 10, les chantiers de 1 à 8, les documents sont ceux du registre des textes.',
  LIBELLE_INVALIDE:
    'Le libellé compte de 1 à 500 caractères, sans balises, et sa source de 1 à 300.',
  VERSION_DEPASSEE:
    'Les références ont changé depuis que vous les avez lues. Relisez-les, puis recommencez.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface RefusDeMemoire {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): RefusDeMemoire {
  return { code, message: REFUS[code] };
}

export const MEMOIRE_REFUS: readonly string[] = Object.keys(REFUS);
