import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';

/** Groups callers for limits: an IPv4 address, or the /64 that one IPv6 subscriber holds. */
export type ClientAddress = (req: IncomingMessage) => string;

/**
 * `X-Forwarded-For` is read only from proxies named in the configuration, from the right, up
 * to the first address that is not one of them: what a client writes itself counts for nothing.
 *
 * @param mandataires - addresses or CIDR ranges
 * @throws Error naming the range that can't be read
 */
export function createClientAddress(mandataires: readonly string[]): ClientAddress {
  const ranges = mandataires.map(parseRange);
  const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6): boolean =>
    ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));

  return (req) => {
    let client = parseAddress(req.socket.remoteAddress ?? '');
    const forwarded = String(req.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((part) => part.trim())
      .reverse();
    for (const hop of forwarded) {
      if (client === null || !isTrusted(client)) break;
      const next = parseAddress(hop);
      if (next === null) break;
      client = next;
    }
    return client === null ? 'inconnue' : groupOf(client);
  };
}

function parseRange(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch (cause) {
    throw new Error(`MANDATAIRES_DE_CONFIANCE contient « ${text} », qui n’est pas une adresse.`, {
      cause,
    });
  }
}

function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  return ipaddr.isValid(text) ? ipaddr.process(text) : null;
}

function groupOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address.kind() === 'ipv4') return address.toString();
  return address.toNormalizedString().split(':').slice(0, 4).join(':');
}
