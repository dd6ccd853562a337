import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { Lieu } from '../lieu.js';
import { MAX_SCHEMA_BYTES, type ParsedSubgraph, readSubgraphs } from '../read-subgraphs.js';
import type { SousGraphe } from '../sous-graphe.js';
import type { Candidate, Rule } from './candidate.js';
import type { CarteDeResponsabilite } from './carte.js';
import { definedTypes } from './defined-types.js';
import { entry } from './owner-of.js';
import { mapOf } from './ownership-map-of.js';
import { type OwnershipRefusal, ownershipRefusal } from './ownership-refusal.js';
import { suffixOf } from './partner-names.js';
import { rootTypes } from './root-types.js';
import { foreignTypes } from './rules/foreign-types.js';
import { links } from './rules/links.js';
import { ownMutations } from './rules/own-mutations.js';
import { restrictions } from './rules/restrictions.js';
import { rootFields } from './rules/root-fields.js';
import { sharedValues } from './rules/shared-values.js';
import { standbyText } from './rules/standby-text.js';
import { takenFields } from './rules/taken-fields.js';

const RULES: readonly Rule[] = [
  links,
  foreignTypes,
  rootFields,
  ownMutations,
  takenFields,
  restrictions,
  standbyText,
  sharedValues,
];

/**
 * What a partner's schema takes that is not its own, in the order of its text; nothing when it
 * may be published as far as ownership goes (composition has its own rules).
 *
 * @param carte - the map in force
 * @param sousGraphes - the live schemas; the candidate's own is passed over. What they hold that
 *   the map does not name yet belongs to the partner that published it first.
 * @param candidat - the schema that its partner would publish
 */
export function checkOwnership(
  carte: CarteDeResponsabilite,
  sousGraphes: readonly SousGraphe[],
  candidat: SousGraphe,
): OwnershipRefusal[] {
  const { partenaire, schema } = candidat;
  const suffixe = entry(carte.partenaires, partenaire)?.suffixe ?? suffixOf(partenaire);
  const start: Lieu = { ligne: 1, colonne: 1 };
  const whole =
    (code: 'SCHEMA_ILLISIBLE' | 'SCHEMA_TROP_GRAND' | 'PARTENAIRE_INCONNU') =>
    (detail: string, lieu = start): OwnershipRefusal[] => [
      ownershipRefusal(code, { coordonnee: partenaire, node: lieu, partenaire, suffixe, detail }),
    ];
  if (entry(carte.partenaires, partenaire) === undefined) return whole('PARTENAIRE_INCONNU')('');
  if (Buffer.byteLength(schema) > MAX_SCHEMA_BYTES) {
    return whole('SCHEMA_TROP_GRAND')(String(MAX_SCHEMA_BYTES));
  }
  let document: DocumentNode;
  try {
    document = parse(schema);
  } catch (cause) {
    const place = cause instanceof GraphQLError ? cause.locations?.[0] : undefined;
    const lieu = place ? { ligne: place.line, colonne: place.column } : start;
    return whole('SCHEMA_ILLISIBLE')(cause instanceof Error ? cause.message : String(cause), lieu);
  }
  // A live schema that can't be read tells nothing; the map still holds.
  const live = readSubgraphs(sousGraphes).subgraphs;
  const candidate: Candidate = {
    partenaire,
    suffixe,
    document,
    types: definedTypes(document),
    roots: rootTypes(document),
    carte: completed(carte, live),
    others: new Map(
      live
        .filter((each) => each.partenaire !== partenaire)
        .map((each) => [each.partenaire, definedTypes(each.document)]),
    ),
  };
  return RULES.flatMap((rule) => rule(candidate)).sort(
    (a, b) => a.lieu.ligne - b.lieu.ligne || a.lieu.colonne - b.lieu.colonne,
  );
}

/** The map first; then what has been published since, by the candidate's partner too. */
function completed(
  carte: CarteDeResponsabilite,
  live: readonly ParsedSubgraph[],
): CarteDeResponsabilite {
  const derived = mapOf(live, carte.partenaires).carte;
  return {
    ...carte,
    types: { ...without(derived.types, carte.valeursPartagees), ...carte.types },
    valeursPartagees: {
      ...without(derived.valeursPartagees, carte.types),
      ...carte.valeursPartagees,
    },
    racines: { ...without(derived.racines, carte.textesCommuns), ...carte.racines },
  };
}

function without<T>(
  record: Readonly<Record<string, T>>,
  names: Readonly<Record<string, unknown>>,
): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !Object.hasOwn(names, name)));
}
