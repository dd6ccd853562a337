import type { Reaction } from './acte.js';

/** Reactions by nature; several features may follow the same one. */
export type Reactions = ReadonlyMap<string, readonly Reaction[]>;

export function reactionsOf(
  features: readonly { readonly reactions?: Readonly<Record<string, Reaction>> }[],
): Reactions {
  const found = new Map<string, Reaction[]>();
  for (const { reactions = {} } of features) {
    for (const [nature, reaction] of Object.entries(reactions)) {
      found.set(nature, [...(found.get(nature) ?? []), reaction]);
    }
  }
  return found;
}
