/**
 * A name of file that every system takes: `contributions-region-2023-12-15.xlsx`.
 *
 * @param parties - joined by hyphens; accents and spaces go
 */
export function nomDeFichier(parties: readonly string[], extension: string): string {
  const nom = parties
    .map((partie) =>
      partie
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((partie) => partie !== '')
    .join('-');
  return `${nom === '' ? 'fichier' : nom.slice(0, 120)}.${extension}`;
}
