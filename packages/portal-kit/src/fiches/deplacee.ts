/** The same elements with one of them moved from a rank to another. */
export function deplacee<Element>(
  elements: readonly Element[],
  rang: number,
  vers: number,
): readonly Element[] {
  const element = elements[rang];
  if (element === undefined || vers < 0 || vers >= elements.length) return elements;
  const sans = elements.filter((_, place) => place !== rang);
  return [...sans.slice(0, vers), element, ...sans.slice(vers)];
}
