import {
  type DocumentNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
} from 'graphql';
import { type Lieu, lieuOf } from '../lieu.js';
import { graphChange } from './change-recorder.js';
import { coordinateAt } from './coordinate-at.js';
import type { GraphChange } from './graph-change.js';
import { type OperationUses, operationUses } from './operation-uses.js';
import { readApi } from './read-api.js';
import { removalDateOf } from './removal-date.js';
import { type Meeting, meetingOf } from './uses-of-change.js';

/** An operation that a client sent, or a persisted document of a deployed module. */
export interface OperationConnue {
  readonly document: string;
  readonly client: string;
  readonly version: string;
  /** ISO instant of the last time it was seen; of the check itself for a deployed document. */
  readonly vuLe: string;
}

/** An operation that a change would break. */
export interface UsageRompu {
  readonly client: string;
  readonly version: string;
  readonly vuLe: string;
  /** Its name; null when it has none. */
  readonly operation: string | null;
  /** Where in its document, from 1. */
  readonly lieu: Lieu;
  /** `POSSIBLE`: only through a variable, whose value nobody kept. */
  readonly certitude: 'CERTAINE' | 'POSSIBLE';
  /** Not counted: the announced date has passed for what it uses. */
  readonly admis: boolean;
}

/** A breaking change that somebody would feel. */
export interface Rupture {
  readonly changement: GraphChange;
  /** Most recent first, never empty. */
  readonly usages: readonly UsageRompu[];
  /** ISO instant at which the last of them was seen. */
  readonly dernierVuLe: string;
  /** Civil date announced in the live graph's deprecation. */
  readonly retraitAnnonceLe: string | null;
  /** Everyone concerned had until the announced date: this does not stop the publication. */
  readonly admise: boolean;
}

export interface BreakingOptions {
  /** Civil date of the check, `AAAA-MM-JJ`. */
  readonly aujourdhui: string;
  /** Has this client been told of the deprecation? By default the live graph told everyone. */
  readonly estPrevenu?: (client: string, coordonnee: string) => boolean;
}

/**
 * The changes that really break something: those of severity `CASSANT` that a known operation
 * uses, through its fragments, its literals and what its variables may hold. Documents that don't
 * parse are passed over: no gateway ever answered them.
 *
 * @param changes - of `diffGraphs(before, after)`
 * @param before - API SDL of the live graph, whose deprecations are the announcements
 * @param after - API SDL of the graph that would take its place
 * @throws GraphQLError when a schema is not SDL
 */
export function breakingFor(
  changes: readonly GraphChange[],
  operations: readonly OperationConnue[],
  before: string,
  after: string,
  { aujourdhui, estPrevenu = () => true }: BreakingOptions,
): Rupture[] {
  if (changes.length === 0) return [];
  const schemas = { before: readApi(before), after: readApi(after) };
  const candidates = changes
    .filter((change) => change.severite === 'CASSANT')
    .map((change) => ({ change, retrait: announcedRemoval(change.coordonnee, schemas.before) }));
  const found = new Map<
    string,
    { change: GraphChange; retrait: string | null; usages: UsageRompu[] }
  >();
  const add = (change: GraphChange, retrait: string | null, usage: UsageRompu): void => {
    const key = `${change.code} ${change.coordonnee} ${change.avant ?? ''} ${change.apres ?? ''}`;
    const known = found.get(key);
    if (known) known.usages.push(usage);
    else found.set(key, { change, retrait, usages: [usage] });
  };

  for (const operation of operations) {
    const document = parsed(operation.document);
    if (document === undefined) continue;
    let isExplained = false;
    for (const uses of operationUses(document, schemas.before)) {
      const met = candidates.flatMap(({ change, retrait }) => {
        const meeting = meetingOf(change, uses, schemas.after);
        if (meeting === null) return [];
        const isDue =
          retrait !== null &&
          retrait < aujourdhui &&
          estPrevenu(operation.client, change.coordonnee);
        return [{ change, retrait, meeting, isDue }];
      });
      // A text that holds something due for removal fails as a whole: nothing else can break it.
      const isLost = met.some(
        ({ change, meeting, isDue }) => isDue && invalidates(change, meeting),
      );
      isExplained ||= isLost || met.some(({ isDue }) => !isDue);
      for (const { change, retrait, meeting, isDue } of met) {
        add(change, retrait, usageOf(operation, uses, meeting, isDue || isLost));
      }
    }
    if (isExplained) continue;
    for (const { change, usage } of unexplained(operation, document, schemas)) {
      add(change, null, usage);
    }
  }
  return [...found.values()].map(({ change, retrait, usages }) => rupture(change, retrait, usages));
}

function rupture(change: GraphChange, retrait: string | null, usages: UsageRompu[]): Rupture {
  const sorted = usages.toSorted((a, b) => (a.vuLe < b.vuLe ? 1 : a.vuLe > b.vuLe ? -1 : 0));
  return {
    changement: change,
    usages: sorted,
    dernierVuLe: sorted[0]?.vuLe ?? '',
    retraitAnnonceLe: retrait,
    admise: sorted.every((usage) => usage.admis),
  };
}

function usageOf(
  { client, version, vuLe }: OperationConnue,
  { operation }: OperationUses,
  { lieu, certitude }: Meeting,
  admis: boolean,
): UsageRompu {
  return { client, version, vuLe, operation, lieu, certitude, admis };
}

const REMOVALS: ReadonlySet<string> = new Set([
  'CHAMP_RETIRE',
  'ARGUMENT_RETIRE',
  'CHAMP_ENTREE_RETIRE',
  'VALEUR_RETIREE',
]);

function invalidates(change: GraphChange, meeting: Meeting): boolean {
  return meeting.certitude === 'CERTAINE' && REMOVALS.has(change.code);
}

/** What no rule above foresaw: GraphQL's own validation, before and after. */
function unexplained(
  operation: OperationConnue,
  document: DocumentNode,
  schemas: { readonly before: GraphQLSchema; readonly after: GraphQLSchema },
): { change: GraphChange; usage: UsageRompu }[] {
  const [error] = validate(schemas.after, document);
  if (error === undefined || validate(schemas.before, document).length > 0) return [];
  const node = error.nodes?.[0];
  const place = coordinateAt(document, node, schemas.before);
  const usage: UsageRompu = {
    client: operation.client,
    version: operation.version,
    vuLe: operation.vuLe,
    operation: place.operation,
    lieu: node ? lieuOf(node) : { ligne: 1, colonne: 1 },
    certitude: 'CERTAINE',
    admis: false,
  };
  return [
    {
      change: graphChange('OPERATION_INVALIDE', place.coordonnee, { apres: error.message }),
      usage,
    },
  ];
}

/** Date promised by the deprecation of the coordinate, or of the field whose argument it is. */
function announcedRemoval(coordonnee: string, schema: GraphQLSchema): string | null {
  const [called = '', argument] = coordonnee.replace(/:?\)$/, '').split('(');
  const [typeName = '', member = ''] = called.split('.');
  const type = schema.getType(typeName);
  if (isEnumType(type)) return removalDateOf(type.getValue(member)?.deprecationReason);
  if (isInputObjectType(type)) return removalDateOf(type.getFields()[member]?.deprecationReason);
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const field = type.getFields()[member];
  const ofField = removalDateOf(field?.deprecationReason);
  if (argument === undefined) return ofField;
  const ofArgument = field?.args.find((each) => each.name === argument)?.deprecationReason;
  return removalDateOf(ofArgument) ?? ofField;
}

function parsed(document: string): DocumentNode | undefined {
  try {
    return parse(document);
  } catch {
    return undefined;
  }
}
