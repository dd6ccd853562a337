/**
 * Reads a whole number typed by a person.
 *
 * @returns the number, or null when the text is not a whole number within the bounds
 */
export function entierEntre(texte: string, min: number, max: number): number | null {
  const net = texte.trim();
  if (!/^-?\d{1,9}$/.test(net)) return null;
  const nombre = Number(net);
  return nombre >= min && nombre <= max ? nombre : null;
}
