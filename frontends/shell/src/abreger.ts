/** The beginning of a text that is too long, cut between two words, without a dangling mark. */
export function abreger(texte: string, longueurMax: number): string {
  if (texte.length <= longueurMax) return texte;
  const debut = texte.slice(0, longueurMax);
  const dernierMot = debut.search(/\s\S*$/);
  const coupe = dernierMot > longueurMax / 2 ? debut.slice(0, dernierMot) : debut;
  return `${coupe.replace(/[\s.,;:–-]+$/, '')}…`;
}
