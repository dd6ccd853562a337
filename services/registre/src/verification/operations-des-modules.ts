import type { OperationConnue } from '@passerelle/composition';
import { COMMUN } from '@passerelle/publication';
import type { ModuleVivant } from '../canal-vivant.js';

const PREFIXE = 'module-';

/** Name under which a module's requests are counted; the shell's is its own. */
export function clientDuModule(partenaire: string): string {
  return partenaire === COMMUN ? 'portail' : `${PREFIXE}${partenaire}`;
}

/** Partner whose module sends under this name; undefined for any other client. */
export function partenaireDuClient(client: string): string | undefined {
  if (client === clientDuModule(COMMUN)) return COMMUN;
  return client.startsWith(PREFIXE) ? client.slice(PREFIXE.length) : undefined;
}

/** The persisted documents of what is live, canaries included, as operations known for certain. */
export function operationsDesModules(
  modules: readonly ModuleVivant[],
  maintenant: Date,
): OperationConnue[] {
  const vuLe = maintenant.toISOString();
  return modules.flatMap(({ partenaire, revision, documents }) =>
    documents.map(({ texte }) => ({
      document: texte,
      client: clientDuModule(partenaire),
      version: String(revision),
      vuLe,
    })),
  );
}

/**
 * Has what sent this been replaced since? A module's former versions live on in tabs opened
 * before, for a day: worth a warning, no reason to hold back what the new version made possible.
 */
export function estRemplace(
  modules: readonly ModuleVivant[],
  { client, version }: { readonly client: string; readonly version: string },
): boolean {
  const partenaire = partenaireDuClient(client);
  // A page that does not know its revision (a local one, `-`) may be today's.
  if (partenaire === undefined || !/^\d+$/.test(version)) return false;
  const vivants = modules.filter((module) => module.partenaire === partenaire);
  return vivants.length > 0 && !vivants.some(({ revision }) => String(revision) === version);
}
