import { estPartenaire, type Partenaire } from '@passerelle/portal-ui';
import type { CombinedError } from '@urql/core';
import { phrasesPartenaire } from '../partenaires/partenaire.js';

/** An error as a reader can act on it. `reference` is what support asks for. */
export interface ErreurLisible {
  titre: string;
  message: string;
  code: string;
  reference: string | null;
  partenaire: Partenaire | null;
  /** Whether doing the same again may succeed. */
  reessayable: boolean;
}

/** A reading without which there is nothing: never taken for an empty one. */
export class LectureManquante extends Error {
  override readonly name = 'LectureManquante';

  constructor(readonly lisible: ErreurLisible) {
    super(lisible.message);
  }
}

interface Texte {
  titre: string;
  message: string;
  reessayable: boolean;
}

const RESEAU: Texte = {
  titre: 'Passerelle ne répond pas',
  message:
    'La connexion au portail est interrompue. Ce qui est affiché peut être ancien ; rien de ce que vous avez saisi n’est perdu.',
  reessayable: true,
};

const INCONNUE: Texte = {
  titre: 'Cette action n’a pas abouti',
  message:
    'Une erreur inattendue s’est produite. Réessayez ; si elle persiste, transmettez la référence au support.',
  reessayable: true,
};

const TEXTES: Readonly<Record<string, Texte>> = {
  NON_AUTHENTIFIE: {
    titre: 'Connexion nécessaire',
    message: 'Connectez-vous pour lire cette page.',
    reessayable: false,
  },
  SESSION_EXPIREE: {
    titre: 'Votre session a expiré',
    message: 'Reconnectez-vous : rien de ce que vous avez saisi n’est perdu.',
    reessayable: false,
  },
  NON_AUTORISE: {
    titre: 'Accès refusé',
    message:
      'Votre fonction ne donne pas ce droit. Adressez-vous à l’administrateur de votre maison.',
    reessayable: false,
  },
  DELAI_DEPASSE: {
    titre: 'Réponse trop longue',
    message: 'La réponse n’est pas arrivée à temps. Réessayez dans un instant.',
    reessayable: true,
  },
};

const SYNONYMES: Readonly<Record<string, string>> = {
  JETON_INVALIDE: 'SESSION_EXPIREE',
  JETON_EXPIRE: 'SESSION_EXPIREE',
  FORBIDDEN: 'NON_AUTORISE',
  ACCES_REFUSE: 'NON_AUTORISE',
  UNAUTHENTICATED: 'NON_AUTHENTIFIE',
};

function estCombinee(erreur: unknown): erreur is CombinedError {
  return erreur instanceof Error && erreur.name === 'CombinedError' && 'graphQLErrors' in erreur;
}

function texteDe(extensions: object | undefined, cle: string): string | null {
  const valeur: unknown = extensions ? Reflect.get(extensions, cle) : undefined;
  return typeof valeur === 'string' ? valeur : null;
}

/**
 * Turns whatever was thrown or returned into French words. A message that comes from the graph is
 * already written for the reader and is kept; codes known here get a title that says what to do.
 */
export function erreurLisible(erreur: unknown): ErreurLisible {
  if (erreur instanceof LectureManquante) return erreur.lisible;
  if (!estCombinee(erreur)) {
    return { ...INCONNUE, code: 'ERREUR_INTERNE', reference: null, partenaire: null };
  }
  const premiere = erreur.graphQLErrors[0];
  if (!premiere) {
    return { ...RESEAU, code: 'RESEAU', reference: null, partenaire: null };
  }
  const code = texteDe(premiere.extensions, 'code') ?? 'ERREUR_INTERNE';
  const reference = texteDe(premiere.extensions, 'reference');
  const cite = texteDe(premiere.extensions, 'partenaire');
  const partenaire = cite !== null && estPartenaire(cite) ? cite : null;
  if (code === 'PARTENAIRE_INDISPONIBLE' && partenaire) {
    return {
      titre: `${phrasesPartenaire(partenaire).sujet} ne répond pas`,
      message: 'L’affichage reprendra seul dès son retour.',
      code,
      reference,
      partenaire,
      reessayable: true,
    };
  }
  const connue = TEXTES[SYNONYMES[code] ?? code];
  if (connue) return { ...connue, code, reference, partenaire };
  // A stable code of ours comes with its own French sentence; a masked failure does not.
  const estDuDomaine = code !== 'INTERNAL_SERVER_ERROR' && code !== 'ERREUR_INTERNE';
  return {
    ...INCONNUE,
    message: estDuDomaine ? premiere.message : INCONNUE.message,
    reessayable: !estDuDomaine,
    code,
    reference,
    partenaire,
  };
}
