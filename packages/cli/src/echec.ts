/** Exit codes: a contract with every pipeline. */
export const SORTIE = {
  REUSSI: 0,
  /** The checks, or a gateway, said no. */
  REFUSE: 1,
  /** The command, its files or its settings are wrong. */
  USAGE: 2,
  /** The registry can't be reached, or does not let this token in. */
  REGISTRE: 3,
} as const;
export type Sortie = (typeof SORTIE)[keyof typeof SORTIE];

/** Codes that the command makes itself; those of the registry pass through as they are. */
export const CODES_DE_LA_COMMANDE = [
  'USAGE',
  'JETON_MANQUANT',
  'ADRESSE_ILLISIBLE',
  'FICHIER_ILLISIBLE',
  'SCHEMA_ILLISIBLE',
  'LOT_SANS_MANIFESTE',
  'LOT_TROP_GRAND',
  'REGISTRE_INJOIGNABLE',
  'REPONSE_INATTENDUE',
  'GRAPHE_ABSENT',
  'PARTENAIRE_INTROUVABLE',
  'PORTAIL_INTROUVABLE',
  'ESSAI_IMPOSSIBLE',
] as const;
export type CodeDeLaCommande = (typeof CODES_DE_LA_COMMANDE)[number];

/** Ends the command. */
export class Echec extends Error {
  override readonly name = 'Echec';
  constructor(
    readonly sortie: Sortie,
    readonly code: string,
    message: string,
    readonly remede = '',
    readonly details: { readonly reference?: string; readonly corps?: string } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A failure that the command itself found. */
export function echecLocal(
  sortie: Sortie,
  code: CodeDeLaCommande,
  message: string,
  remede = '',
  options?: ErrorOptions,
): Echec {
  return new Echec(sortie, code, message, remede, {}, options);
}
