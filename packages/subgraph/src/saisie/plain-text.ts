const TAG = /<[a-z!/?]/i;
/**
 * Controls, direction overrides, tags and other invisible characters; line feed and tab stay, and
 * what ordinary text holds: the soft hyphen, and the joiners that hold composed emoji together.
 */
const FORBIDDEN = /(?![\n\t])\p{Cc}|(?![\u00ad\u200c\u200d])\p{Cf}|[\u2028\u2029]/u;

export type DefautDeTexte = 'TEXTE_AVEC_BALISES' | 'TEXTE_INVALIDE' | 'TEXTE_TROP_LONG';

export type TexteLu =
  | { readonly ok: true; readonly texte: string }
  | { readonly ok: false; readonly defaut: DefautDeTexte };

/**
 * Reads what an agent typed as plain text: trimmed, NFC, line feeds only.
 *
 * Tags are refused rather than escaped or removed: what is stored is what was typed, and what was
 * typed is plain text.
 *
 * @param max - in characters
 */
export function readPlainText(saisi: string, max: number): TexteLu {
  // A text this long is refused without being walked through.
  if (saisi.length > max * 10) return { ok: false, defaut: 'TEXTE_TROP_LONG' };
  const plain = saisi.replaceAll('\r\n', '\n').trim();
  if (!plain.isWellFormed() || FORBIDDEN.test(plain))
    return { ok: false, defaut: 'TEXTE_INVALIDE' };
  if (TAG.test(plain)) return { ok: false, defaut: 'TEXTE_AVEC_BALISES' };
  const texte = plain.normalize('NFC');
  return [...texte].length > max ? { ok: false, defaut: 'TEXTE_TROP_LONG' } : { ok: true, texte };
}
