/**
 * Cookies of one host, as a browser keeps them: ports do not tell hosts apart, and paths do not
 * matter to the sign-in that it serves.
 */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  keep(setCookies: readonly string[]): void {
    for (const line of setCookies) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      if (at < 1) continue;
      const name = pair.slice(0, at).trim();
      if (attributes.some(isPast)) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(at + 1).trim());
    }
  }

  header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function isPast(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=');
  switch (name.trim().toLowerCase()) {
    case 'max-age':
      return Number(value) <= 0;
    case 'expires':
      return Date.parse(value) <= Date.now();
    default:
      return false;
  }
}
