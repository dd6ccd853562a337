import type { ASTNode, DocumentNode } from 'graphql';
import type { CarteDeResponsabilite, NatureDeType } from './carte.js';
import type { DefinedType } from './defined-types.js';
import { entry, ownerOf } from './owner-of.js';
import {
  type OwnershipRefusal,
  type OwnershipRefusalCode,
  ownershipRefusal,
} from './ownership-refusal.js';
import type { Racine } from './root-types.js';

/** What every rule looks at. */
export interface Candidate {
  readonly partenaire: string;
  readonly suffixe: string;
  readonly document: DocumentNode;
  readonly types: ReadonlyMap<string, DefinedType>;
  readonly roots: ReadonlyMap<string, Racine>;
  /** The map, completed by what the other partners' live schemas already hold. */
  readonly carte: CarteDeResponsabilite;
  /** Types of the other partners' live schemas, by partner. */
  readonly others: ReadonlyMap<string, ReadonlyMap<string, DefinedType>>;
}

export type Rule = (candidate: Candidate) => OwnershipRefusal[];

export function refuse(
  { partenaire, suffixe }: Candidate,
  code: OwnershipRefusalCode,
  coordonnee: string,
  node: ASTNode,
  more: { readonly proprietaire?: string | undefined; readonly detail?: string } = {},
): OwnershipRefusal {
  return ownershipRefusal(code, { coordonnee, node, partenaire, suffixe, ...more });
}

/** Whose is a type, seen by the candidate: a name that nobody has taken is its own. */
export type Belonging =
  | { readonly kind: 'SIEN' }
  | { readonly kind: 'PARTAGE'; readonly form: string }
  | {
      readonly kind: 'AUTRUI';
      readonly proprietaire: string;
      readonly nature: NatureDeType;
      readonly cles: readonly string[];
      readonly champsDeCle: Readonly<Record<string, string>>;
    };

export function belongingOf({ carte, partenaire }: Candidate, type: string): Belonging {
  const form = entry(carte.valeursPartagees, type);
  if (form !== undefined) return { kind: 'PARTAGE', form };
  const known = entry(carte.types, type);
  if (known === undefined || known.partenaire === partenaire) return { kind: 'SIEN' };
  const { partenaire: proprietaire, nature, cles, champsDeCle } = known;
  return { kind: 'AUTRUI', proprietaire, nature, cles, champsDeCle };
}

/** Is a field the candidate's to give: of a type of its own, or a contribution or root named so? */
export function isOwn(candidate: Candidate, coordonnee: string): boolean {
  const owner = ownerOf(candidate.carte, coordonnee);
  if (owner !== undefined) return owner === candidate.partenaire;
  const [typeName = ''] = coordonnee.split('.');
  return !candidate.roots.has(typeName) && belongingOf(candidate, typeName).kind === 'SIEN';
}

/** Is it part of a key by which the type's owner lets others refer to it? */
export function isKeyField(candidate: Candidate, typeName: string, field: string): boolean {
  const belonging = belongingOf(candidate, typeName);
  return belonging.kind === 'AUTRUI' && Object.hasOwn(belonging.champsDeCle, field);
}

export function hasAccord(
  { carte, partenaire }: Candidate,
  nature: CarteDeResponsabilite['accords'][number]['nature'],
  coordonnee: string,
): boolean {
  return carte.accords.some(
    (accord) =>
      accord.nature === nature &&
      accord.coordonnee === coordonnee &&
      accord.beneficiaire === partenaire,
  );
}

/** `Query.x` even when the text calls its root otherwise. */
export function coordinateOf(candidate: Candidate, typeName: string, member: string): string {
  return `${candidate.roots.get(typeName) ?? typeName}.${member}`;
}
