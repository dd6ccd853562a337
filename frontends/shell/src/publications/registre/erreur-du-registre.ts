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
  /** What a report that comes with the refusal holds against the act. */
  raisons: string[];
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
    raisons: lireRaisons(corps),
  };
}

function lireRaisons(corps: unknown): string[] {
  const rapport = champ(corps, 'rapport');
  const constats = champ(rapport, 'constats');
  if (!Array.isArray(constats)) return [];
  return constats
    .filter((constat: unknown) => champ(constat, 'gravite') === 'REFUS')
    .map((constat: unknown) => champ(constat, 'message'))
    .filter((message) => typeof message === 'string');
}

function champ(valeur: unknown, cle: string): unknown {
  return typeof valeur === 'object' && valeur !== null ? Reflect.get(valeur, cle) : undefined;
}

function lisible(titre: string, message: string, code: string): ErreurLisible {
  return { titre, message, code, reference: null, partenaire: null, reessayable: true };
}

const RIEN_NE_S_ARRETE =
  'Rien ne s’arrête : les passerelles servent la dernière publication qu’elles ont reçue.';

const ISSUE_INCONNUE =
  'Rien ne dit si l’acte a été fait : relisez l’état ou le journal avant de recommencer.';

/** No answer came: for an act, nothing says whether it was done. */
export function erreurDeReseau(acte: boolean): ErreurLisible {
  return lisible(
    'Passerelle ne répond pas',
    acte
      ? `La connexion a été interrompue avant la réponse. ${ISSUE_INCONNUE}`
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
export function traduireRefus(statut: number, corps: unknown, acte: boolean): ErreurLisible {
  const lu = lireCorps(corps);
  if (lu === null) {
    return lisible(
      'Le registre n’a pas pu répondre',
      acte
        ? `Une erreur inattendue s’est produite. ${ISSUE_INCONNUE}`
        : 'Une erreur inattendue s’est produite. Réessayez dans un instant.',
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
  return {
    titre,
    message:
      lu.code === 'REGISTRE_INDISPONIBLE'
        ? `${RIEN_NE_S_ARRETE} ${acte ? ISSUE_INCONNUE : 'Réessayez dans un instant.'}`
        : [lu.message, ...lu.raisons, lu.remede].filter(Boolean).join(' '),
    code: lu.code,
    reference: lu.reference,
    partenaire: null,
    reessayable: statut >= 500 || statut === 429 || statut === 409,
  };
}
