import { simplifier } from '../../texte-cherche.js';
import type { ChampUtilise } from '../registre/lire-usages.js';

/** `Engagement.code` and `engagement code` find the same fields. */
export function filtrerChamps(champs: readonly ChampUtilise[], cherche: string): ChampUtilise[] {
  const voulu = simplifier(cherche);
  return champs.filter(({ coordonnee }) => simplifier(coordonnee).includes(voulu));
}

/** « module-region 14, 15 » rather than one line per version. */
export function parClient(
  clients: ChampUtilise['clients'],
): { client: string; versions: string[] }[] {
  const versions = new Map<string, string[]>();
  for (const { client, version } of clients) {
    versions.set(client, [...(versions.get(client) ?? []), nommerVersion(version)]);
  }
  return [...versions]
    .map(([client, liste]) => ({ client, versions: liste }))
    .sort((a, b) => a.client.localeCompare(b.client, 'fr'));
}

/** A client that says no version sends `-`. */
function nommerVersion(version: string): string {
  return version === '-' ? 'sans version' : version;
}
