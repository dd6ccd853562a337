import type { SubgraphError } from './subgraph-fetch.js';

/** Something went wrong once; it may null several places of the answer. */
export interface Failure {
  readonly message: string;
  readonly code: string;
  readonly partenaire: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Source keys from the null value down to the field at fault, inside the partner's answer. */
  readonly below: readonly (string | number)[];
  /** Path in source keys when no place of the answer can carry it; null when it has none. */
  readonly fallbackPath: readonly (string | number)[] | null;
  /** Errors already given for it. */
  reported: number;
}

interface Mark {
  readonly failure: Failure;
  /** Missing because of a neighbour's failure, which is where it is told. */
  readonly isShadow: boolean;
}

/**
 * Where values are missing, and why. Kept beside the data, by holder (object or list) and key,
 * so that a null becomes an error at the client's own path when the answer is written, and
 * answers without failures cost nothing.
 */
export class Failures {
  readonly all: Failure[] = [];
  readonly #marks = new Map<object, Map<string | number, Mark>>();

  get isEmpty(): boolean {
    return this.all.length === 0;
  }

  add(failure: Failure): Failure {
    this.all.push(failure);
    return failure;
  }

  mark(holder: object, key: string | number, failure: Failure, isShadow = false): void {
    const marks = this.#marks.get(holder) ?? new Map<string | number, Mark>();
    this.#marks.set(holder, marks);
    const known = marks.get(key);
    if (known === undefined || (known.isShadow && !isShadow)) marks.set(key, { failure, isShadow });
  }

  at(holder: object, key: string | number): Mark | undefined {
    return this.#marks.get(holder)?.get(key);
  }

  /** `from` is merged into `to` and will not be seen again. */
  move(from: object, to: object): void {
    const marks = this.#marks.get(from);
    if (marks === undefined) return;
    for (const [key, { failure, isShadow }] of marks) this.mark(to, key, failure, isShadow);
  }
}

/** What a partner's error says, without what must not leave: stacks, places in our query. */
export function failureOf(
  error: SubgraphError,
  partenaire: string,
  fallbackPath: readonly (string | number)[] | null,
  below: readonly (string | number)[] = [],
): Failure {
  const { code, stacktrace: _stack, exception: _exception, ...extensions } = error.extensions ?? {};
  return {
    message: typeof error.message === 'string' ? error.message : 'Erreur du partenaire.',
    code: typeof code === 'string' ? code : 'ERREUR_PARTENAIRE',
    partenaire,
    extensions,
    below,
    fallbackPath,
    reported: 0,
  };
}
