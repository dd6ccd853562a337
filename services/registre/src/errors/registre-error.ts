import { CATALOGUE, type CodeDErreur } from './catalogue.js';

/** A refusal or a failure that callers read: never a stack, always a way out. */
export class RegistreError extends Error {
  override readonly name = 'RegistreError';

  constructor(
    readonly code: string,
    /** HTTP status. */
    readonly statut: number,
    /** French: what happened, why. */
    message: string,
    /** French: what to do. */
    readonly remede: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A code of the catalogue, with a more precise sentence where there is one to say. */
export function registreError(
  code: CodeDErreur,
  precisions: { message?: string; remede?: string; cause?: unknown } = {},
): RegistreError {
  const { statut, message, remede } = CATALOGUE[code];
  return new RegistreError(
    code,
    statut,
    precisions.message ?? message,
    precisions.remede ?? remede,
    precisions.cause === undefined ? undefined : { cause: precisions.cause },
  );
}
