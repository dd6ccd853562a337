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
import { operationUses } from './operation-uses.js';
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
  const canSurprise = changes.some(
    ({ severite, code }) => severite === 'CASSANT' || SURPRISING.has(code),
  );
  if (!canSurprise) return [];
  const schemas = { before: readApi(before), after: readApi(after) };
  const candidates = changes
    .filter((change) => change.severite === 'CASSANT')
    .map((change) => ({ change, retrait: announcedRemoval(change.coordonnee, schemas.before) }));
  const found = new Map<string, Found>();
  const add = (change: GraphChange, retrait: string | null, usage: UsageRompu): void => {
    const key = `${change.code} ${change.coordonnee} ${change.avant ?? ''} ${change.apres ?? ''}`;
    const known = found.get(key);
    if (known) known.usages.push(usage);
    else found.set(key, { change, retrait, usages: [usage] });
  };

  // One text is often sent by many clients: it is read once.
  for (const [text, senders] of Map.groupBy(operations, (each) => each.document)) {
    const document = parsed(text);
    if (document === undefined) continue;
    const unexplained = new Set(senders);
    for (const uses of operationUses(document, schemas.before)) {
      const met = candidates.flatMap(({ change, retrait }) => {
        const meeting = meetingOf(change, uses, schemas.after);
        return meeting === null ? [] : [{ change, retrait, meeting }];
      });
      for (const sender of met.length === 0 ? [] : senders) {
        const isDue = ({ change, retrait }: (typeof met)[number]): boolean =>
          retrait !== null && retrait < aujourdhui && estPrevenu(sender.client, change.coordonnee);
        // A text that holds something due for removal fails as a whole: nothing else can break it.
        const isLost = met.some((each) => isDue(each) && invalidates(each.change, each.meeting));
        if (isLost || met.some((each) => !isDue(each))) unexplained.delete(sender);
        for (const each of met) {
          const usage = usageOf(sender, uses.operation, each.meeting, isDue(each) || isLost);
          add(each.change, each.retrait, usage);
        }
      }
    }
    const surprise = unexplained.size === 0 ? null : surpriseIn(document, schemas);
    if (surprise === null) continue;
    for (const sender of unexplained) {
      const usage = usageOf(sender, surprise.operation, surprise.meeting, false);
      add(surprise.change, null, usage);
    }
  }
  return [...found.values()].map(({ change, retrait, usages }) => rupture(change, retrait, usages));
}

interface Found {
  readonly change: GraphChange;
  readonly retrait: string | null;
  readonly usages: UsageRompu[];
}

/** Harmless by themselves, yet two fields read side by side may stop agreeing. */
const SURPRISING: ReadonlySet<string> = new Set(['CHAMP_DEVENU_NON_NUL', 'CHAMP_TYPE_PRECISE']);

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
  operation: string | null,
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

interface Surprise {
  readonly change: GraphChange;
  readonly operation: string | null;
  readonly meeting: Meeting;
}

/** What no rule foresaw: GraphQL's own validation, before and after. */
function surpriseIn(
  document: DocumentNode,
  schemas: { readonly before: GraphQLSchema; readonly after: GraphQLSchema },
): Surprise | null {
  const [error] = validate(schemas.after, document);
  if (error === undefined || validate(schemas.before, document).length > 0) return null;
  const node = error.nodes?.[0];
  const { coordonnee, operation } = coordinateAt(document, node, schemas.before);
  return {
    change: graphChange('OPERATION_INVALIDE', coordonnee, { apres: error.message }),
    operation,
    meeting: { lieu: node ? lieuOf(node) : { ligne: 1, colonne: 1 }, certitude: 'CERTAINE' },
  };
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
    // A gateway answered it once, another version’s words may not be ours: it breaks nothing.
    return undefined;
  }
}
