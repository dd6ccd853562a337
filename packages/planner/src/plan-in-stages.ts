import { Kind, type SelectionNode } from 'graphql';
import { type CutSelections, cutAtEntities } from './cut-at-entities.js';
import { addEntryPoints, ENTRY_PARTNER, type EntryPoint } from './entry-points.js';
import type { PathSegment, PlanNode } from './plan.js';
import { PlanningError } from './planner.js';
import { createRustEngine, type PlanningEngine } from './rust-engine.js';
import type { SupergraphModel } from './supergraph-model.js';

/**
 * Plans what the engine refuses in one piece: down to the first entities, of which only keys are
 * asked, then each of them as an operation of its own that begins there. Some plain operations
 * need it: a `@requires` below a type of the same partner, an entity with two keys.
 */
export interface StagedPlanner {
  /** @throws `refusal` when there is nothing to cut, or when a stage is refused too */
  plan(request: StagedRequest): Promise<PlanNode | null>;
  /** Fields of the simple keys of an entity; empty when it isn't one. */
  keysOf(type: string): readonly string[];
  /** What is asked of the entities of a type found at a path. */
  planFrom(
    path: readonly PathSegment[],
    type: string,
    selections: readonly SelectionNode[],
    request: EntityRequest,
  ): Promise<PlanNode | null>;
}

export type EntityRequest = Omit<StagedRequest, 'rootType' | 'selections'>;

export interface StagedRequest {
  readonly rootType: string;
  readonly selections: readonly SelectionNode[];
  /** Text of an operation of the client's kind, or of a query. */
  readonly print: (selections: readonly SelectionNode[], kind: 'same' | 'query') => string;
  readonly refusal: PlanningError;
  readonly signal: AbortSignal | undefined;
}

export function createStagedPlanner(
  supergraphSdl: string,
  model: SupergraphModel,
  engine: PlanningEngine,
): StagedPlanner {
  // Made when an operation is first refused; most graphs never need it.
  let made: { engine: PlanningEngine; entities: ReadonlyMap<string, EntryPoint> } | undefined;
  const entries = () => {
    if (made === undefined) {
      const added = addEntryPoints(supergraphSdl);
      made = { engine: createRustEngine(added.supergraphSdl), entities: added.entities };
    }
    return made;
  };

  /** The cut pieces, each planned from its entity on. */
  const planCuts = async (cut: CutSelections, request: EntityRequest): Promise<PlanNode[]> => {
    const nodes: PlanNode[] = [];
    for (const { path, type, selections } of cut.cuts) {
      const node = await planEntity(type, selections, request);
      if (node !== null) nodes.push(moved(node, path));
    }
    return nodes;
  };

  const planEntity = async (
    type: string,
    selections: readonly SelectionNode[],
    request: EntityRequest,
  ): Promise<PlanNode | null> => {
    const { engine: entryEngine, entities } = entries();
    const entry = entities.get(type);
    if (entry === undefined) throw request.refusal;
    const text = request.print([entryField(entry, selections)], 'query');
    try {
      const node = await entryEngine.plan(text, request.signal);
      return node && withoutEntry(node, entry.field, request.refusal);
    } catch (error) {
      if (!(error instanceof PlanningError)) throw error;
    }
    const cut = cutAtEntities(type, selections, { schema: model.schema, entities });
    if (cut === null || cut.cuts.length === 0) {
      // Nothing to cut: each field apart, some are refused only beside another.
      if (selections.length < 2) throw request.refusal;
      const apart: PlanNode[] = [];
      for (const selection of selections) {
        const node = await planEntity(type, [selection], request);
        if (node !== null) apart.push(node);
      }
      return inOrder(null, apart);
    }
    const first = await entryEngine.plan(
      request.print([entryField(entry, cut.kept)], 'query'),
      request.signal,
    );
    return inOrder(
      first && withoutEntry(first, entry.field, request.refusal),
      await planCuts(cut, request),
    );
  };

  return {
    keysOf: (type) => entries().entities.get(type)?.keys ?? [],
    planFrom: async (path, type, selections, request) => {
      const node = await planEntity(type, selections, request);
      return node && moved(node, path);
    },
    plan: async (request) => {
      const { rootType, selections, print, refusal, signal } = request;
      const { entities } = entries();
      const cut = cutAtEntities(rootType, selections, { schema: model.schema, entities });
      if (cut === null || cut.cuts.length === 0) throw refusal;
      const first = await engine.plan(print(cut.kept, 'same'), signal);
      return inOrder(first, await planCuts(cut, request));
    },
  };
}

function entryField(entry: EntryPoint, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: entry.field },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function inOrder(first: PlanNode | null, then: readonly PlanNode[]): PlanNode | null {
  const [only] = then;
  const after: PlanNode | undefined = then.length > 1 ? { kind: 'Parallel', nodes: then } : only;
  if (first === null || after === undefined) return first ?? after ?? null;
  return { kind: 'Sequence', nodes: [first, after] };
}

/** Takes out the call that is not made: paths then begin at the entity. */
function withoutEntry(node: PlanNode, field: string, refusal: PlanningError): PlanNode | null {
  const shorter = (path: readonly PathSegment[]): readonly PathSegment[] => {
    const start = path[0]?.kind === 'TypeCondition' ? 1 : 0;
    const first = path[start];
    if (first?.kind !== 'Field' || first.key !== field) throw refusal;
    return path.slice(start + 1);
  };
  switch (node.kind) {
    case 'Fetch':
      if (node.partenaire === ENTRY_PARTNER && node.requires.length === 0) return null;
      throw refusal;
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes
        .map((child) => withoutEntry(child, field, refusal))
        .filter((child) => child !== null);
      return nodes.length === 0 ? null : { ...node, nodes };
    }
    case 'Flatten':
      return { ...node, path: shorter(node.path) };
    case 'BatchFetch':
      return {
        ...node,
        entities: node.entities.map((entity) => ({ ...entity, paths: entity.paths.map(shorter) })),
      };
    case 'Condition':
    case 'Subscription':
      throw refusal;
  }
}

function moved(node: PlanNode, path: readonly PathSegment[]): PlanNode {
  return { kind: 'Flatten', path, node };
}
