/** The three houses, by the stable code that never changes even when the institution's name does. */
export const PARTENAIRES = ['etat', 'region', 'pole-emploi'] as const;

export type Partenaire = (typeof PARTENAIRES)[number];

/** Services that accept an internal token: the partners' subgraphs, and the registry. */
export type Audience = Partenaire | 'registre';

/** Displayed names: content, dated with the protocol (2023), not identifiers. */
export const NOM_PARTENAIRE: Readonly<Record<Partenaire, string>> = {
  etat: 'État',
  region: 'Région',
  'pole-emploi': 'Pôle emploi',
};

/** True when `code` names one of the houses; narrows text read at an edge. */
export function estPartenaire(code: unknown): code is Partenaire {
  return PARTENAIRES.some((partenaire) => partenaire === code);
}
