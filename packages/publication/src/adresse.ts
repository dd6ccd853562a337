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

/** Where clouds serve metadata outside the ranges that say so: Azure, Alibaba, AWS and Google in IPv6. */
const METADONNEES: readonly string[] = [
  '168.63.129.16',
  '100.100.100.200',
  'fd00:ec2::254',
  'fd20:ce::254',
];

const INTERNES: readonly string[] = [
  'loopback',
  'linkLocal',
  'unspecified',
  'broadcast',
  'multicast',
  'reserved',
  'teredo',
];

/** True for an IP address of the machine itself, of its link, or where clouds serve metadata. */
export function estAdresseInterne(hote: string): boolean {
  const nu = hote.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(nu)) return false;
  const adresse = ipaddr.process(nu);
  if (METADONNEES.some((each) => ipaddr.process(each).toString() === adresse.toString()))
    return true;
  const range = adresse.range();
  if (INTERNES.includes(range)) return true;
  // An IPv6 address may lead to the IPv4 address that it contains.
  const octets = adresse.toByteArray();
  if (range === '6to4') return estAdresseInterne(octets.slice(2, 6).join('.'));
  if (range === 'rfc6052' || range === 'rfc6145')
    return estAdresseInterne(octets.slice(12).join('.'));
  return false;
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
