/**
 * The page to go back to after sign-in: a path of the portal, never another site.
 *
 * @returns null when it is anything else
 */
export function safeReturn(retour: string | null, adressePublique: URL): string | null {
  if (retour === null || retour === '') return '/';
  // Browsers drop tabs and line ends and read `\` as `/`: `/\evil.example` leaves the site.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
  if (!retour.startsWith('/') || /[\\\u0000-\u0020]/.test(retour) || retour.length > 2_000) {
    return null;
  }
  if (!URL.canParse(retour, adressePublique.href)) return null;
  const url = new URL(retour, adressePublique);
  if (url.origin !== adressePublique.origin) return null;
  return url.pathname + url.search + url.hash;
}
