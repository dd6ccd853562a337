import { GatewayError } from '../errors.js';

export interface GraphqlParameters {
  query: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * The three parameters of a GraphQL-over-HTTP body.
 *
 * @throws GatewayError JSON_TROP_PROFOND, JSON_INVALIDE, LOT_REFUSE, PARAMETRES_INVALIDES
 */
export function readParameters(body: string, maxNiveaux: number): GraphqlParameters {
  if (jsonDepthExceeds(body, maxNiveaux)) {
    throw new GatewayError('JSON_TROP_PROFOND', { champs: { limite: maxNiveaux } });
  }
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (cause) {
    throw new GatewayError('JSON_INVALIDE', { cause });
  }
  if (Array.isArray(json)) throw new GatewayError('LOT_REFUSE');
  if (!isRecord(json)) throw new GatewayError('PARAMETRES_INVALIDES');
  const { query, operationName, variables } = json;
  if (typeof query !== 'string') {
    throw new GatewayError('PARAMETRES_INVALIDES', { champs: { parametre: 'query' } });
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw new GatewayError('PARAMETRES_INVALIDES', { champs: { parametre: 'operationName' } });
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw new GatewayError('PARAMETRES_INVALIDES', { champs: { parametre: 'variables' } });
  }
  return { query, operationName: operationName ?? undefined, variables: variables ?? {} };
}

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
