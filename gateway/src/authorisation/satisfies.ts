import type { Exigence } from '@passerelle/composition';
import type { Identite } from '@passerelle/identity';

/** Whether this identity meets a requirement. Null identity: nobody is signed in. */
export function satisfies(identite: Identite | null, exigence: Exigence): boolean {
  if (identite === null) return false;
  return (
    anyOf(exigence.scopes, (scope) => identite.scopes.includes(scope)) &&
    anyOf(exigence.policies, (policy) => meetsPolicy(identite, policy))
  );
}

/** Outer list: or; inner list: and. No list at all asks nothing. */
function anyOf(
  alternatives: readonly (readonly string[])[],
  holds: (name: string) => boolean,
): boolean {
  return alternatives.length === 0 || alternatives.some((all) => all.every(holds));
}

/** Policies known to the gateway. One it does not know refuses: a guard misspelt stays shut. */
function meetsPolicy(identite: Identite, policy: string): boolean {
  if (policy === 'second-facteur') return identite.amr.includes('mfa');
  if (policy.startsWith('finalite:')) return identite.finalite === policy.slice('finalite:'.length);
  if (policy.startsWith('maison:')) return identite.partenaire === policy.slice('maison:'.length);
  return false;
}
