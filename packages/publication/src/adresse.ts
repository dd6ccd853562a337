import ipaddr from 'ipaddr.js';

export interface RegleAdresse {
  /**
   * Hosts at which this partner may serve: exact names, or `*.exemple.fr` for one level or more
   * below. A port may be required: `region.exemple.fr:8443`.
   */
  readonly hotes: readonly string[];
  /** Refuses what is not reachable from outside (loopback, link-local, metadata) and plain http. */
  readonly production: boolean;
}

export type CodeAdresse =
  | 'ADRESSE_ILLISIBLE'
  | 'ADRESSE_HORS_DES_HOTES'
  | 'ADRESSE_INTERDITE'
  | 'ADRESSE_SANS_TLS';

export interface AdresseRefusee {
  readonly code: CodeAdresse;
  /** French. */
  readonly message: string;
}

/**
 * Whether a partner may be called at this address. Names are judged as they are written: whoever
 * resolves one also passes what it resolved to `estAdresseInterne`.
 *
 * @returns null when it may
 */
export function adresseRefusee(adresse: string, regle: RegleAdresse): AdresseRefusee | null {
  if (!URL.canParse(adresse)) {
    return { code: 'ADRESSE_ILLISIBLE', message: `« ${adresse} » n’est pas une adresse.` };
  }
  const url = new URL(adresse);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    return {
      code: 'ADRESSE_ILLISIBLE',
      message: `« ${url.origin} » : une adresse http(s) sans mot de passe est attendue.`,
    };
  }
  if (regle.production && (estAdresseInterne(url.hostname) || estNomInterne(url.hostname))) {
    return {
      code: 'ADRESSE_INTERDITE',
      message: `« ${url.hostname} » désigne la machine elle-même ou son hébergeur.`,
    };
  }
  if (!regle.hotes.some((hote) => correspond(url, hote))) {
    return {
      code: 'ADRESSE_HORS_DES_HOTES',
      message: `« ${url.host} » n’est pas un hôte de ce partenaire (${regle.hotes.join(', ') || 'aucun'}).`,
    };
  }
  if (regle.production && url.protocol !== 'https:') {
    return { code: 'ADRESSE_SANS_TLS', message: `« ${url.origin} » doit être en https.` };
  }
  return null;
}

/** True for an IP address of the machine itself, of its link, or where clouds serve metadata. */
export function estAdresseInterne(hote: string): boolean {
  const nu = hote.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(nu)) return false;
  const range = ipaddr.process(nu).range();
  return ['loopback', 'linkLocal', 'unspecified', 'broadcast', 'multicast', 'reserved'].includes(
    range,
  );
}

function estNomInterne(hote: string): boolean {
  return /(^|\.)(localhost|local|internal)\.?$/i.test(hote) || /^metadata\b/i.test(hote);
}

function correspond(url: URL, hote: string): boolean {
  const [nom = '', port] = hote.startsWith('[') ? [hote] : hote.split(':');
  if (port !== undefined && url.port !== port) return false;
  if (nom.startsWith('*.')) return url.hostname.endsWith(nom.slice(1).toLowerCase());
  return url.hostname === nom.toLowerCase();
}
