/** Joins the class names that apply; false and undefined are left out. */
export function classes(...noms: (string | false | undefined)[]): string {
  return noms.filter(Boolean).join(' ');
}
