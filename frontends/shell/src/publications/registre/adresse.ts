/** An address of the registry with its parameters; those without a value are left out. */
export function adresse(
  chemin: string,
  parametres: Readonly<Record<string, string | number | null>> = {},
): string {
  const recherche = new URLSearchParams();
  for (const [nom, valeur] of Object.entries(parametres)) {
    if (valeur !== null && valeur !== '') recherche.set(nom, String(valeur));
  }
  const texte = recherche.toString();
  return texte === '' ? chemin : `${chemin}?${texte}`;
}
