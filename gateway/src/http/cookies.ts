/** Reads one cookie; the last one wins for nobody: two of the same name are refused as none. */
export function readCookie(header: string | undefined, name: string): string | null {
  if (header === undefined) return null;
  let found: string | null = null;
  for (const part of header.split(';')) {
    const equal = part.indexOf('=');
    if (equal === -1 || part.slice(0, equal).trim() !== name) continue;
    if (found !== null) return null;
    found = part.slice(equal + 1).trim();
  }
  return found;
}

/** Names and attributes of the gateway's cookies; over https they are bound to this host. */
export interface CookieJar {
  readonly session: string;
  signIn(state: string): string;
  write(name: string, value: string, maxAgeS?: number): string;
  erase(name: string): string;
}

export function createCookieJar(adressePublique: URL): CookieJar {
  const isSecure = adressePublique.protocol === 'https:';
  const prefix = isSecure ? '__Host-' : '';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    session: `${prefix}passerelle`,
    // One per sign-in under way: two tabs may sign in at once.
    signIn: (state) => `${prefix}passerelle_connexion_${state.replace(/[^\w-]/g, '').slice(0, 12)}`,
    write: (name, value, maxAgeS) =>
      `${name}=${value}; ${attributes}${maxAgeS === undefined ? '' : `; Max-Age=${maxAgeS}`}`,
    erase: (name) => `${name}=; ${attributes}; Max-Age=0`,
  };
}
