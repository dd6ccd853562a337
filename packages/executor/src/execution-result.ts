export type ResponsePath = readonly (string | number)[];

/** An error as clients read it. `extensions.code` always; `partenaire` when one is concerned. */
export interface ExecutionError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: ResponsePath;
  readonly extensions: {
    readonly code: string;
    readonly partenaire?: string;
    readonly [key: string]: unknown;
  };
}

/** Objects of `data` have no prototype; they are ready for JSON.stringify. */
export interface ExecutionResult {
  /** Absent when the request itself is refused (variables). */
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly ExecutionError[];
}
