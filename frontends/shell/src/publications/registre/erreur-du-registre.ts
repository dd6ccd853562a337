import type { ErreurLisible } from '@passerelle/portal-kit';

/** A refusal or a failure of the registry, in words for the reader. */
export class ErreurDuRegistre extends Error {
  readonly lisible: ErreurLisible;

  constructor(lisible: ErreurLisible) {
    super(lisible.titre);
    this.name = 'ErreurDuRegistre';
    this.lisible = lisible;
  }
}

interface Corps {
  code: string;
  message: string;
  remede: string;
  reference: string | null;
}

const TITRES: Readonly<Record<string, string>> = {
  REGISTRE_INDISPONIBLE: 'Le registre des publications ne répond pas',
  PUBLICATION_ABSENTE: 'Cette publication n’existe pas',
  DROIT_INSUFFISANT: 'Cet acte revient à une autre maison',
};

function texteDe(objet: object, cle: string): string | null {
  const valeur: unknown = Reflect.get(objet, cle);
  return typeof valeur === 'string' && valeur !== '' ? valeur : null;
}

function lireCorps(corps: unknown): Corps | null {
  const erreur: unknown =
    typeof corps === 'object' && corps !== null ? Reflect.get(corps, 'erreur') : null;
  if (typeof erreur !== 'object' || erreur === null) return null;
  return {
    code: texteDe(erreur, 'code') ?? 'ERREUR_INTERNE',
    message: texteDe(erreur, 'message') ?? '',
    remede: texteDe(erreur, 'remede') ?? '',
    reference: texteDe(erreur, 'reference'),
  };
}

function lisible(titre: string, message: string, code: string): ErreurLisible {
  return { titre, message, code, reference: null, partenaire: null, reessayable: true };
}

/** No answer came: for an act, nothing says whether it was done. */
export function erreurDeReseau(acte: boolean): ErreurLisible {
  return lisible(
    'Passerelle ne répond pas',
    acte
      ? 'La connexion a été interrompue avant la réponse. Rien ne dit si l’acte a été fait : relisez l’état ou le journal avant de recommencer.'
      : 'La connexion au portail est interrompue. Ce qui est affiché peut être ancien.',
    'RESEAU',
  );
}

export const SESSION_EXPIREE: ErreurLisible = {
  ...lisible(
    'Votre session a expiré',
    'Reconnectez-vous, puis recommencez : rien de ce que vous avez saisi n’est perdu.',
    'SESSION_EXPIREE',
  ),
};

export const ILLISIBLE: ErreurLisible = lisible(
  'La réponse du registre n’a pas été comprise',
  'Cette page est peut-être plus ancienne que le registre : rechargez-la. Si cela persiste, prévenez l’équipe du portail.',
  'REPONSE_ILLISIBLE',
);

/** What a status and a body that are not the expected answer mean for the reader. */
export function traduireRefus(statut: number, corps: unknown): ErreurLisible {
  const lu = lireCorps(corps);
  if (lu === null) {
    return lisible(
      'Le registre n’a pas pu répondre',
      'Une erreur inattendue s’est produite. Réessayez dans un instant.',
      `HTTP_${statut}`,
    );
  }
  const titre =
    TITRES[lu.code] ??
    (statut === 403
      ? 'Accès refusé'
      : statut >= 500
        ? 'Le registre n’a pas pu répondre'
        : 'Le registre a refusé');
  const indisponible = lu.code === 'REGISTRE_INDISPONIBLE';
  return {
    titre,
    message: [
      lu.message,
      lu.remede,
      indisponible &&
        'Rien ne s’arrête : les passerelles servent la dernière publication qu’elles ont reçue.',
    ]
      .filter(Boolean)
      .join(' '),
    code: lu.code,
    reference: lu.reference,
    partenaire: null,
    reessayable: statut >= 500 || statut === 429 || statut === 409,
  };
}
