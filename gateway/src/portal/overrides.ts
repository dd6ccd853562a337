import { editeurSchema } from '@passerelle/publication';

/** A module that an agent serves from their own machine while working on it. */
export interface Override {
  partenaire: string;
  /** Address of its entry; its manifest lies beside it. */
  url: string;
  origin: string;
}

/** As import-map-overrides writes its cookies: one per module, readable by the server. */
const COOKIE = /^import-map-override:@passerelle\/module-(.+)$/;
const BOUCLE_LOCALE = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const SURCHARGES_MAX = 10;

/** Modules that this browser asks to take from its own machine; anything else is ignored. */
export function readOverrides(cookie: string | undefined): Override[] {
  const found = new Map<string, Override>();
  for (const part of (cookie ?? '').split(';')) {
    const equal = part.indexOf('=');
    const [, partenaire] = COOKIE.exec(part.slice(0, equal).trim()) ?? [];
    const override =
      partenaire === undefined ? null : toOverride(partenaire, part.slice(equal + 1).trim());
    if (override !== null) found.set(override.partenaire, override);
  }
  return [...found.values()].slice(0, SURCHARGES_MAX);
}

/** @returns null when it is not a module's file on the reader's own machine */
export function toOverride(partenaire: string, adresse: string): Override | null {
  const decoded = decode(adresse);
  if (!editeurSchema.safeParse(partenaire).success || !URL.canParse(decoded)) return null;
  const url = new URL(decoded);
  const isLocal = /^https?:$/.test(url.protocol) && BOUCLE_LOCALE.test(url.hostname);
  if (!isLocal || url.username !== '' || url.password !== '') return null;
  return { partenaire, url: url.href, origin: url.origin };
}

export function overrideCookie(partenaire: string): string {
  return `import-map-override:@passerelle/module-${partenaire}`;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Not encoded, or badly: judged as an address like any other text.
    return value;
  }
}
