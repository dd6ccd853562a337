/** Braces, brackets and parentheses, roughly: enough to keep what recurses away from a tower. */
export function profondeur(texte: string): number {
  let ici = 0;
  let max = 0;
  for (const char of texte) {
    if (char === '{' || char === '[' || char === '(') {
      ici += 1;
      max = Math.max(max, ici);
    } else if (char === '}' || char === ']' || char === ')') ici -= 1;
  }
  return max;
}
