/** Displayed names of institutions: content that may change, unlike their codes. */
const NOMS: Readonly<Record<string, string>> = {
  etat: 'État',
  region: 'Région',
  'pole-emploi': 'Pôle emploi',
};

/** The name shown to people; a partner unknown here shows its code. */
export function partnerName(partenaire: string): string {
  return Object.hasOwn(NOMS, partenaire) ? (NOMS[partenaire] ?? partenaire) : partenaire;
}
