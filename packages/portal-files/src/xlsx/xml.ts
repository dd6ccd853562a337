/** What XML 1.0 can't hold, even escaped: control characters and halves of a pair. */
const INTERDITS = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

export function escapeXml(texte: string): string {
  return texte
    .toWellFormed()
    .replace(INTERDITS, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export const ENTETE_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
