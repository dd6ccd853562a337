import type { CarteDeResponsabilite } from './carte.js';

/** `pole-emploi` -> `PoleEmploi`. */
export function suffixOf(partenaire: string): string {
  return partenaire
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

type Partners = CarteDeResponsabilite['partenaires'];

/** Partner whose suffix ends the name: `contributionRegion`. The longest wins. */
export function partnerAtEnd(partenaires: Partners, name: string): string | undefined {
  return longestFirst(partenaires).find(
    ([, suffixe]) => name.length > suffixe.length && name.endsWith(suffixe),
  )?.[0];
}

/** Partners named by whole words anywhere but at the start: `modifierContributionRegion`. */
export function partnersIn(partenaires: Partners, name: string): Set<string> {
  const found = new Set<string>();
  let rest = name;
  for (const [code, suffixe] of longestFirst(partenaires)) {
    // What a longer suffix has taken is no longer there for a shorter one.
    const without = rest.replaceAll(new RegExp(`(?<=.)${suffixe}(?![a-z])`, 'g'), '_');
    if (without !== rest) found.add(code);
    rest = without;
  }
  return found;
}

function longestFirst(partenaires: Partners): [string, string][] {
  return Object.entries(partenaires)
    .map(([code, { suffixe }]): [string, string] => [code, suffixe])
    .sort(([, a], [, b]) => b.length - a.length);
}
