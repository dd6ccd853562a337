const LONGUEUR_MAX = 2_000;

/**
 * The page to go back to after sign-in: a path of the portal, never another site.
 *
 * @returns null when it is anything else
 */
export function safeReturn(retour: string | null, adressePublique: URL): string | null {
  if (retour === null || retour === '') return '/';
  // Browsers drop tabs and line ends and read `\` as `/`: `/\evil.example` leaves the site.
  const isPlain = !retour.includes('\\') && !retour.split('').some((char) => char <= ' ');
  if (!retour.startsWith('/') || !isPlain || retour.length > LONGUEUR_MAX) return null;
  if (!URL.canParse(retour, adressePublique.href)) return null;
  const url = new URL(retour, adressePublique);
  if (url.origin !== adressePublique.origin) return null;
  // Dots are folded away by now: `/.//evil.example` has become another site's address.
  if (url.pathname.startsWith('//')) return null;
  return url.pathname + url.search + url.hash;
}
