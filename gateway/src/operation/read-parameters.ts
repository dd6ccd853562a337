import { GatewayError } from '../errors.js';

export interface GraphqlParameters {
  /** Null: the text is known by `documentId`. */
  query: string | null;
  /** Fingerprint of a published document; of no use when the text is there. */
  documentId: string | null;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The parameters of a GraphQL-over-HTTP body.
 *
 * @throws GatewayError JSON_TROP_PROFOND, JSON_INVALIDE, LOT_REFUSE, PARAMETRES_INVALIDES
 */
export function readParameters(body: string, maxNiveaux: number): GraphqlParameters {
  const json = parseJson(body, maxNiveaux);
  if (Array.isArray(json)) throw new GatewayError('LOT_REFUSE');
  return checkParameters(json);
}

/**
 * Those of a GET request: a published document only, so that no text of an operation ever stands in
 * an address.
 *
 * @throws GatewayError JSON_TROP_PROFOND, JSON_INVALIDE, PARAMETRES_INVALIDES
 */
export function readSearchParameters(
  search: URLSearchParams,
  maxNiveaux: number,
): GraphqlParameters {
  const variables = search.get('variables') ?? '{}';
  return checkParameters({
    documentId: search.get('documentId'),
    operationName: search.get('operationName'),
    variables: parseJson(variables, maxNiveaux),
  });
}

function parseJson(text: string, maxNiveaux: number): unknown {
  if (jsonDepthExceeds(text, maxNiveaux)) {
    throw new GatewayError('JSON_TROP_PROFOND', { champs: { limite: maxNiveaux } });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GatewayError('JSON_INVALIDE', { cause });
  }
}

function checkParameters(json: unknown): GraphqlParameters {
  if (!isRecord(json)) throw new GatewayError('PARAMETRES_INVALIDES');
  const { query = null, documentId = null, operationName, variables } = json;
  if (query !== null && typeof query !== 'string') throw wrong('query');
  if (documentId !== null && typeof documentId !== 'string') throw wrong('documentId');
  if (query === null && documentId === null) throw wrong('query');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw wrong('operationName');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw wrong('variables');
  }
  return {
    query,
    documentId,
    operationName: operationName ?? undefined,
    variables: variables ?? {},
  };
}

const wrong = (parametre: string): GatewayError =>
  new GatewayError('PARAMETRES_INVALIDES', { champs: { parametre } });

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Counts open brackets outside strings, without parsing: a deep body must not reach the parser. */
function jsonDepthExceeds(text: string, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charCodeAt(i);
    if (inString) {
      if (char === 0x5c) i += 1;
      else if (char === 0x22) inString = false;
    } else if (char === 0x22) {
      inString = true;
    } else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > max) return true;
    } else if (char === 0x7d || char === 0x5d) {
      depth -= 1;
    }
  }
  return false;
}
