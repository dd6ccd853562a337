const REFUS = {
  SEANCE_INCONNUE: 'Aucune séance ne porte cet identifiant.',
  ENVOI_SANS_ADRESSE:
    'Aucune adresse n’est connue : donnez la vôtre dans « Mon suivi », puis recommencez.',
  ENVOI_RESERVE: 'Seul qui participe aux séances envoie le dossier aux membres de l’instance.',
  HORS_TERRITOIRE:
    'Cette séance se tient hors de votre territoire : envoyez-vous le dossier, ou demandez-le à qui y siège.',
  ENVOI_TROP_RAPPROCHE:
    'Ce dossier est parti il y a moins d’une heure. Attendez, ou ouvrez-le ici.',
  ENVOI_NON_PARTI: 'Le serveur de courriel n’a pas pris le message. Réessayez dans un instant.',
  DOSSIER_ILLISIBLE: 'Le dossier n’a pas pu être lu. Réessayez dans un instant.',
  GRAPHE_ABSENT:
    'Ce service ne connaît pas l’adresse de la passerelle : il ne peut pas réunir ce que disent les trois maisons.',
  CLE_IDEMPOTENCE_REUTILISEE:
    'Cette clé d’idempotence a déjà servi à un autre envoi. Donnez une nouvelle clé.',
} as const;

export type CodeRefus = keyof typeof REFUS;

export interface RefusDeDossier {
  readonly code: CodeRefus;
  readonly message: string;
}

export function refus(code: CodeRefus): RefusDeDossier {
  return { code, message: REFUS[code] };
}

export const DOSSIER_REFUS: readonly string[] = Object.keys(REFUS);
