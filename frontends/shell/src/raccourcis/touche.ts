/** What a key press means, given the key pressed just before. */
export type Effet =
  | { acte: 'rien' }
  | { acte: 'attendre-lettre' }
  | { acte: 'chercher' }
  | { acte: 'aide' }
  | { acte: 'aller'; lettre: string };

export interface Touche {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** The reader is typing: every key is theirs. */
  dansUneSaisie: boolean;
}

/** `/` searches, `?` helps, `g` then a letter goes to a section. */
export function lireTouche(touche: Touche, apresG: boolean): Effet {
  if (touche.dansUneSaisie || touche.ctrlKey || touche.metaKey || touche.altKey) {
    return { acte: 'rien' };
  }
  if (apresG && /^[a-z]$/i.test(touche.key)) {
    return { acte: 'aller', lettre: touche.key.toLowerCase() };
  }
  switch (touche.key) {
    case '/':
      return { acte: 'chercher' };
    case '?':
      return { acte: 'aide' };
    case 'g':
      return { acte: 'attendre-lettre' };
    default:
      return { acte: 'rien' };
  }
}
