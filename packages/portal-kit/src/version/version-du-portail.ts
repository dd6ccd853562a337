import { estPartenaire } from '@passerelle/portal-ui';
import type { Registre } from '../modules/registre.js';

/** Revisions that a page is made of. */
export interface VersionDuPortail {
  coquille: number;
  partages: number;
  modules: Readonly<Record<string, number>>;
}

/** Null outside the gateway, where nothing is published. */
export function versionDeLaPage({ publication, modules }: Registre): VersionDuPortail | null {
  return (
    publication && {
      coquille: publication.coquille,
      partages: publication.partages,
      modules: Object.fromEntries(
        modules.map(({ partenaire, revision }) => [partenaire, revision]),
      ),
    }
  );
}

/** Parses the answer of `GET /portail/version`; null when it is not one. */
export function lireVersion(corps: unknown): VersionDuPortail | null {
  if (typeof corps !== 'object' || corps === null) return null;
  const coquille: unknown = Reflect.get(corps, 'coquille');
  const partages: unknown = Reflect.get(corps, 'partages');
  const modules: unknown = Reflect.get(corps, 'modules');
  if (typeof coquille !== 'number' || typeof partages !== 'number') return null;
  if (typeof modules !== 'object' || modules === null) return null;
  const revisions = Object.entries(modules).filter(
    (entree): entree is [string, number] => typeof entree[1] === 'number',
  );
  return { coquille, partages, modules: Object.fromEntries(revisions) };
}

/**
 * Equal for two versions only if an agent would see the same pages. The publication's own number
 * does not count: most publications change the graph alone.
 *
 * @param locaux - modules that come from this machine: what is published of them changes nothing
 */
export function cleDeVersion(
  { coquille, partages, modules }: VersionDuPortail,
  locaux: readonly string[] = [],
): string {
  const revisions = Object.entries(modules)
    .filter(([partenaire]) => estPartenaire(partenaire) && !locaux.includes(partenaire))
    .map(([partenaire, revision]) => `${partenaire}:${revision}`)
    .sort();
  return [`coquille:${coquille}`, `partages:${partages}`, ...revisions].join(' ');
}
