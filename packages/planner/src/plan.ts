/**
 * What a planner answers: which partner is asked what, in which order, and how answers join.
 *
 * A closed union. Every node is plain JSON, so a plan can be cached, printed and compared.
 */
export interface Plan {
  /** What to run; null when no partner has to be asked (introspection, `__typename` at the root). */
  readonly node: PlanNode | null;
  /**
   * Where a field's value lies in the fetched data, when that is not under the client's response
   * key. Planners give fields with an alias or arguments keys of their own, so that a client's
   * alias can never be taken for a key or a required field. Index: `fieldSignature(field)`.
   */
  readonly sourceKeys: Readonly<Record<string, string>>;
  /** Client's name of the variables that the plan names otherwise (`representations` is taken). */
  readonly sourceVariables: Readonly<Record<string, string>>;
}

export type PlanNode =
  | FetchNode
  | BatchFetchNode
  | FlattenNode
  | SequenceNode
  | ParallelNode
  | ConditionNode
  | SubscriptionNode;

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** One call to one partner. Below a `Flatten`, it asks `_entities` with `requires` as input. */
export interface FetchNode {
  readonly kind: 'Fetch';
  readonly partenaire: string;
  readonly operationKind: OperationKind;
  readonly operationName: string | null;
  readonly operation: string;
  readonly variableUsages: readonly string[];
  /** Selection of the representation; empty for a fetch at the root. */
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  /** Lists and objects that another fetch gives too: how to tell which row is which. */
  readonly alignments: readonly Alignment[];
}

/** One call carrying several `_entities` fields, each with its representations. */
export interface BatchFetchNode {
  readonly kind: 'BatchFetch';
  readonly partenaire: string;
  readonly operationKind: OperationKind;
  readonly operationName: string | null;
  readonly operation: string;
  readonly variableUsages: readonly string[];
  readonly entities: readonly EntityBatch[];
}

export interface EntityBatch {
  readonly alias: string;
  readonly representationsVariable: string;
  readonly paths: readonly (readonly PathSegment[])[];
  readonly requires: readonly RequiresSelection[];
  readonly inputRewrites: readonly Rewrite[];
  readonly outputRewrites: readonly Rewrite[];
  readonly alignments: readonly Alignment[];
}

/** Runs `node` for the objects found at `path` in what is already fetched. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathSegment[];
  readonly node: PlanNode;
}

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** Runs one side according to a Boolean variable of the operation. */
export interface ConditionNode {
  readonly kind: 'Condition';
  readonly variable: string;
  readonly ifTrue: PlanNode | null;
  readonly ifFalse: PlanNode | null;
}

/** Opens the stream; what follows it in its `Sequence` is run for each event. */
export interface SubscriptionNode {
  readonly kind: 'Subscription';
  readonly primary: FetchNode;
}

export type PathSegment =
  | { readonly kind: 'Field'; readonly key: string }
  | { readonly kind: 'List' }
  | { readonly kind: 'TypeCondition'; readonly types: readonly string[] };

export type RequiresSelection =
  | {
      readonly kind: 'Field';
      /** What the subgraph calls it. */
      readonly name: string;
      /** Where its value lies in the fetched data. */
      readonly sourceKey: string;
      readonly selections: readonly RequiresSelection[];
    }
  | {
      readonly kind: 'InlineFragment';
      readonly typeCondition: string;
      readonly selections: readonly RequiresSelection[];
    };

export type RewriteSegment =
  | { readonly kind: 'Key'; readonly key: string }
  | { readonly kind: 'TypenameEquals'; readonly types: readonly string[] };

export type Rewrite =
  | { readonly kind: 'SetValue'; readonly path: readonly RewriteSegment[]; readonly value: string }
  | {
      readonly kind: 'RenameKey';
      readonly path: readonly RewriteSegment[];
      readonly newKey: string;
    };

/**
 * The objects at `path` (from the root of the answer, through lists) are also given by another
 * fetch of the plan. `keys` are response keys, present on both sides, that say who is who.
 */
export interface Alignment {
  readonly path: readonly string[];
  readonly keys: readonly string[];
}
