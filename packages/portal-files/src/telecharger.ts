/** How long the browser may take to begin to save what it was given. */
const GARDE_MS = 60_000;

/** Hands a file to the browser, which saves it or asks where. */
export function telecharger(contenu: Blob, nom: string): void {
  const adresse = URL.createObjectURL(contenu);
  const lien = document.createElement('a');
  lien.href = adresse;
  lien.download = nom;
  lien.hidden = true;
  document.body.append(lien);
  lien.click();
  lien.remove();
  setTimeout(() => URL.revokeObjectURL(adresse), GARDE_MS);
}
