import { type FieldDefinitionNode, Kind, print } from 'graphql';
import { type ParsedSubgraph, readSubgraphs } from '../read-subgraphs.js';
import type { SousGraphe } from '../sous-graphe.js';
import { standbyFor } from '../standby.js';
import { directivesNamed, hasDirective, keyFieldNames, stringArgument } from '../type-nodes.js';
import { canonicalKey } from './canonical-key.js';
import type { CarteDeResponsabilite, TypeAttribue } from './carte.js';
import { type DefinedType, definedTypes } from './defined-types.js';
import { partnerAtEnd, partnersIn, suffixOf } from './partner-names.js';
import { isFederationRootField, rootTypes } from './root-types.js';
import { sharedForm } from './shared-form.js';

/** Something that the schemas alone don't attribute: the partners have to say. */
export interface Litige {
  readonly coordonnee: string;
  readonly partenaires: readonly string[];
}

export interface CarteDerivee {
  readonly carte: CarteDeResponsabilite;
  readonly litiges: readonly Litige[];
}

/**
 * The map that the schemas themselves draw. An entity of several partners belongs to the one the
 * others stand by for, else to the only one with fields not named after it; what several define
 * identically is a shared value; the rest is in dispute and left out. Unreadable schemas count
 * for nothing: composition refuses them.
 */
export function ownershipMapOf(sousGraphes: readonly SousGraphe[]): CarteDerivee {
  return mapOf(readSubgraphs(sousGraphes).subgraphs, {});
}

/** The same for texts already read, with the suffixes of partners that chose another than their code's. */
export function mapOf(
  subgraphs: readonly ParsedSubgraph[],
  suffixes: CarteDeResponsabilite['partenaires'],
): CarteDerivee {
  const partenaires = {
    ...Object.fromEntries(
      subgraphs.map(({ partenaire }) => [partenaire, { suffixe: suffixOf(partenaire) }]),
    ),
    ...suffixes,
  };
  const types = new Map<string, TypeAttribue>();
  const valeursPartagees = new Map<string, string>();
  const litiges: Litige[] = [];
  for (const [name, holders] of holdersByType(subgraphs)) {
    const found = attribute(holders, partenaires);
    if (found === undefined) {
      litiges.push({ coordonnee: name, partenaires: holders.map((each) => each.partenaire) });
    } else if (typeof found === 'string') valeursPartagees.set(name, found);
    else types.set(name, found);
  }
  const { racines, disputed } = rootFields(subgraphs, partenaires);
  return {
    carte: {
      partenaires,
      types: sorted(types),
      valeursPartagees: sorted(valeursPartagees),
      textesCommuns: sorted(commonText(subgraphs)),
      racines: sorted(racines),
      accords: [],
    },
    litiges: [...litiges, ...disputed],
  };
}

interface Holder {
  readonly partenaire: string;
  readonly type: DefinedType;
  /** Stands by for this partner as a whole. */
  readonly de: string | undefined;
}

function holdersByType(subgraphs: readonly ParsedSubgraph[]): ReadonlyMap<string, Holder[]> {
  const found = new Map<string, Holder[]>();
  for (const { partenaire, document } of subgraphs) {
    const roots = rootTypes(document);
    for (const [name, type] of definedTypes(document)) {
      if (roots.has(name)) continue;
      const de = type.nodes.map((node) => standbyFor(node)).find((each) => each !== undefined);
      found.set(name, [...(found.get(name) ?? []), { partenaire, type, de }]);
    }
  }
  return found;
}

function attribute(
  holders: readonly Holder[],
  partenaires: CarteDeResponsabilite['partenaires'],
): TypeAttribue | string | undefined {
  const definers = holders.filter(({ de }) => de === undefined);
  const [first, ...others] = definers;
  if (first === undefined) return undefined;
  if (others.length === 0) return attributed(first);
  const isEntity = definers.some(({ type }) => keysOf(type).length > 0);
  if (!isEntity) {
    const form = sharedForm(first.type);
    return others.every(({ type }) => sharedForm(type) === form) ? form : undefined;
  }
  const original = definers
    .flatMap(({ type }) => type.members.map((member) => standbyFor(member)))
    .find((de) => de !== undefined);
  const claimers = definers.filter(({ partenaire, type }) =>
    original === undefined
      ? ownFields(type, partenaire, partenaires).length > 0
      : partenaire === original,
  );
  const [owner, ...rivals] = claimers;
  return owner === undefined || rivals.length > 0 ? undefined : attributed(owner);
}

/** Neither key, nor standby, nor external, nor named after the partner that gives it. */
function ownFields(
  type: DefinedType,
  partenaire: string,
  partenaires: CarteDeResponsabilite['partenaires'],
): FieldDefinitionNode[] {
  const keys = new Set(type.nodes.flatMap((node) => [...keyFieldNames(node)]));
  return fieldsOf(type).filter(
    (field) =>
      !keys.has(field.name.value) &&
      standbyFor(field) === undefined &&
      !hasDirective(field, 'external') &&
      partnerAtEnd(partenaires, field.name.value) !== partenaire,
  );
}

function attributed({ partenaire, type }: Holder): TypeAttribue {
  const names = new Set(type.nodes.flatMap((node) => [...keyFieldNames(node)]));
  const champsDeCle = sorted(
    new Map(
      fieldsOf(type)
        .filter((field) => names.has(field.name.value))
        .map((field): [string, string] => [field.name.value, print(field.type)]),
    ),
  );
  return { partenaire, nature: type.nature, cles: keysOf(type), champsDeCle };
}

function keysOf(type: DefinedType): string[] {
  return type.nodes
    .flatMap((node) => directivesNamed(node, 'key'))
    .map((key) => canonicalKey(stringArgument(key, 'fields') ?? ''))
    .sort();
}

function fieldsOf(type: DefinedType): FieldDefinitionNode[] {
  return type.members.filter((member) => member.kind === Kind.FIELD_DEFINITION);
}

function commonText(subgraphs: readonly ParsedSubgraph[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { document } of subgraphs) {
    const roots = rootTypes(document);
    for (const [name, type] of definedTypes(document)) {
      const ofType = type.nodes.map((node) => standbyFor(node)).find((de) => de !== undefined);
      if (ofType !== undefined) found.set(name, ofType);
      for (const member of type.members) {
        const de = standbyFor(member) ?? ofType;
        if (de !== undefined) found.set(`${roots.get(name) ?? name}.${member.name.value}`, de);
      }
    }
  }
  return found;
}

function rootFields(
  subgraphs: readonly ParsedSubgraph[],
  partenaires: CarteDeResponsabilite['partenaires'],
): { readonly racines: Map<string, string>; readonly disputed: readonly Litige[] } {
  const claims = new Map<string, string[]>();
  for (const { partenaire, document } of subgraphs) {
    const roots = rootTypes(document);
    for (const [name, type] of definedTypes(document)) {
      const root = roots.get(name);
      if (root === undefined) continue;
      for (const { name: field, ...node } of type.members) {
        if (isFederationRootField(field.value) || standbyFor(node) !== undefined) continue;
        const coordonnee = `${root}.${field.value}`;
        claims.set(coordonnee, [...(claims.get(coordonnee) ?? []), partenaire]);
      }
    }
  }
  const racines = new Map<string, string>();
  const disputed: Litige[] = [];
  for (const [coordonnee, [first, ...rivals]] of claims) {
    if (first === undefined) continue;
    if (rivals.length > 0) disputed.push({ coordonnee, partenaires: [first, ...rivals] });
    // A name that says whose it is needs no line in the map.
    else if (!partnersIn(partenaires, coordonnee).has(first)) racines.set(coordonnee, first);
  }
  return { racines, disputed };
}

/** Own properties, whatever the names: a type may be called `__proto__`. */
function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
