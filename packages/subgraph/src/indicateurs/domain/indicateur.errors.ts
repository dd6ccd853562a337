/** The rules of the domain say no: part of the answer. */
const REFUS = {
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
  CONTRE_PROPOSITION_INCONNUE:
    'Aucune contre-proposition de cette maison n’est connue sur cette valeur.',
  DEJA_REPONDUE: 'Votre maison a déjà répondu à cette contre-proposition.',
  FICHIER_ILLISIBLE:
    'Le fichier n’est pas un CSV lisible, ou aucune forme connue n’y est reconnue. Vérifiez l’en-tête et le séparateur.',
  FICHIER_TROP_GRAND: 'Le fichier compte plus de 20 000 lignes. Découpez-le par période.',
  IMPORT_DEPASSE:
    'Cet import ne s’annule plus : des valeurs ont été publiées depuis, ou il est déjà annulé.',
  IMPORT_INCONNU: 'Aucun import de cet indicateur ne porte cet identifiant.',
  INDICATEUR_INCONNU: 'Cette maison ne connaît pas d’indicateur de ce code.',
  MESURES_INVALIDES:
    'Des lignes ne peuvent pas être prises ; rien n’a été publié. Corrigez-les, puis recommencez.',
  MOTIF_DE_REPONSE_REQUIS:
    'Une réponse à une contre-proposition se donne avec son motif, de 10 à 1 000 caractères.',
  MOTIF_REQUIS:
    'Une contre-proposition se donne avec son motif et sa méthode, de 10 à 1 000 caractères chacun.',
  PERIODE_INVALIDE: 'La période s’écrit 2022, 2023-T3 ou 2023-10.',
  SOURCE_REQUISE: 'La source des valeurs est nécessaire, de 3 à 300 caractères.',
  TERRITOIRE_INCONNU: 'Ce territoire n’existe pas dans la région. Vérifiez le code et la maille.',
  VALEUR_INCONNUE: 'Cette valeur n’est pas celle d’un indicateur d’une autre maison.',
  VALEUR_INVALIDE: 'La valeur est un nombre fini, positif ou nul.',
  VALEUR_SOUS_LE_SEUIL:
    'Un effectif sous le seuil de masquage ne se propose pas : il dirait ce qui doit rester masqué.',
  VERSION_DEPASSEE:
    'Les valeurs ont changé depuis que vous les avez lues. Relisez-les, puis recommencez.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface Refus {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): Refus {
  return { code, message: REFUS[code] };
}

export const INDICATEUR_REFUS: readonly string[] = Object.keys(REFUS);
