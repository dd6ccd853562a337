/**
 * An error that the caller may read: a stable code and a French sentence.
 * Everything else that is thrown is masked before it leaves the process.
 */
export class ExposedError extends Error {
  /** Contract with callers: never renamed, listed in the service's README. */
  readonly code: string;
  readonly httpStatus: number;
  /** What the sentence leaves to fields: limits, names of arguments, accepted values. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    message: string,
    options: { httpStatus?: number; details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ExposedError';
    this.code = code;
    this.httpStatus = options.httpStatus ?? 200;
    this.details = options.details ?? {};
  }
}
