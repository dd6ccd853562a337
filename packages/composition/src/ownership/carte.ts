export type NatureDeType = 'OBJET' | 'INTERFACE' | 'UNION' | 'ENUMERATION' | 'ENTREE' | 'SCALAIRE';

/** A type that one partner alone defines. */
export interface TypeAttribue {
  readonly partenaire: string;
  readonly nature: NatureDeType;
  /** Its keys as the owner gives them (`code maille`); none when others can't refer to it. */
  readonly cles: readonly string[];
  /** Fields of the keys and their types: `{ code: 'ID!' }`. */
  readonly champsDeCle: Readonly<Record<string, string>>;
}

/** What an owner lets another partner do with what is its own. */
export interface Accord {
  readonly nature: 'OVERRIDE' | 'SHAREABLE' | 'PROVIDES' | 'REQUIRES';
  /** `Metier.libelle`, `Query.formations`. */
  readonly coordonnee: string;
  /** Partner that may. */
  readonly beneficiaire: string;
}

/**
 * Who answers for what, as data: a revision of the registry, that changes with the agreement of
 * those it concerns. Plain JSON.
 */
export interface CarteDeResponsabilite {
  /** By code, the suffix of its contributions: `contributionPoleEmploi`. */
  readonly partenaires: Readonly<Record<string, { readonly suffixe: string }>>;
  readonly types: Readonly<Record<string, TypeAttribue>>;
  /** Types that all may define, each exactly so: SDL without descriptions. */
  readonly valeursPartagees: Readonly<Record<string, string>>;
  /** Common text, by coordinate (`Enjeu`, `Engagement.libelle`): partner whose original answers. */
  readonly textesCommuns: Readonly<Record<string, string>>;
  /** Root fields without a partner's name in theirs: `Query.formations`. */
  readonly racines: Readonly<Record<string, string>>;
  readonly accords: readonly Accord[];
}
