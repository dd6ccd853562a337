/** A gateway refuses more in one request; the text travels with its quotes and line ends escaped. */
export const OCTETS_MAX = 200_000;

export interface TexteDeFichier {
  readonly texte: string;
  readonly encodage: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

/**
 * The text of a published file: UTF-8 with or without its mark, UTF-16 with its mark, or what
 * spreadsheets in French still write, Windows-1252.
 */
export function lireOctets(octets: ArrayBuffer): TexteDeFichier {
  const [premier, second] = new Uint8Array(octets, 0, Math.min(2, octets.byteLength));
  if (premier === 0xff && second === 0xfe) {
    return { texte: new TextDecoder('utf-16le').decode(octets), encodage: 'UTF-16' };
  }
  if (premier === 0xfe && second === 0xff) {
    return { texte: new TextDecoder('utf-16be').decode(octets), encodage: 'UTF-16' };
  }
  try {
    return { texte: new TextDecoder('utf-8', { fatal: true }).decode(octets), encodage: 'UTF-8' };
  } catch {
    return { texte: new TextDecoder('windows-1252').decode(octets), encodage: 'Windows-1252' };
  }
}
