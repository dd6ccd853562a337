import type { Identite } from '@passerelle/identity';
import type { Cible, PortailPublie, VersionDeModule } from '@passerelle/publication';

/** What one reader gets of a partner's module. */
export interface ChosenModule {
  partenaire: string;
  version: VersionDeModule;
}

/**
 * For each module, the first version meant for this reader, else the one for everyone. A module
 * of which only a trial exists is not there for others.
 *
 * @param identite - null for whoever is not signed in: no trial is for them
 */
export function chooseVersions(
  modules: PortailPublie['modules'],
  identite: Identite | null,
): ChosenModule[] {
  return modules.flatMap(({ partenaire, versions }) => {
    const version =
      versions.find(({ cible }) => cible !== null && isFor(cible, identite)) ??
      versions.find(({ cible }) => cible === null);
    return version === undefined ? [] : [{ partenaire, version }];
  });
}

function isFor({ roles, organisations }: Cible, identite: Identite | null): boolean {
  if (identite === null) return false;
  return (
    organisations.includes(identite.organisation) ||
    identite.roles.some((role) => roles.includes(role))
  );
}
