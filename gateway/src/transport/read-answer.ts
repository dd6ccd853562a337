import { type SubgraphError, SubgraphFailure, type SubgraphResponse } from '@passerelle/executor';
import { ERREURS } from '../errors.js';
import { partnerName } from '../partners/partner-names.js';
import type { HttpAnswer } from './post-json.js';

/** How the errors that a subgraph writes itself are let through. */
export interface AnswerOptions {
  /** Hide messages without a code of ours: a partner's internals are not for its neighbours. */
  masquerErreurs: boolean;
}

/**
 * What a subgraph's HTTP answer means.
 *
 * @throws SubgraphFailure when there is no GraphQL answer in it
 */
export function readAnswer(
  partenaire: string,
  answer: HttpAnswer,
  options: AnswerOptions,
): SubgraphResponse {
  const { statut } = answer;
  const json = parseObject(answer.text);
  // Data that holds nothing but nulls says no more than no data at all.
  const hasData = json !== null && !isEmpty(json['data']);
  const errors = json === null ? undefined : json['errors'];
  if (statut >= 500 && !hasData) {
    throw failure(partenaire, 'PARTENAIRE_INDISPONIBLE');
  }
  if (json === null || (!('data' in json) && !Array.isArray(errors))) {
    throw failure(partenaire, 'REPONSE_INVALIDE');
  }
  // Our token was not believed: a fault between us, which is not the client's credentials.
  if (statut === 401) {
    throw failure(partenaire, 'ERREUR_PARTENAIRE', 'Il n’a pas reconnu la passerelle.');
  }
  const read = Array.isArray(errors)
    ? errors.map((error) => readError(partenaire, error, options))
    : undefined;
  if (!hasData && read?.some((e) => isUnwell(e.extensions?.['code']))) {
    throw failure(partenaire, 'PARTENAIRE_INDISPONIBLE');
  }
  return { data: json['data'] ?? null, errors: read };
}

/** An event of a stream has the same shape as an answer, without an HTTP status. */
export function readEvent(
  partenaire: string,
  text: string,
  options: AnswerOptions,
): SubgraphResponse {
  return readAnswer(partenaire, { statut: 200, contentType: 'application/json', text }, options);
}

export function failure(
  partenaire: string,
  code:
    | 'PARTENAIRE_INDISPONIBLE'
    | 'ERREUR_PARTENAIRE'
    | 'REPONSE_INVALIDE'
    | 'REPONSE_TROP_GRANDE'
    | 'DELAI_DEPASSE',
  precision?: string,
  cause?: unknown,
): SubgraphFailure {
  const message = `${partnerName(partenaire)} : ${lowerFirst(ERREURS[code].message)}`;
  return new SubgraphFailure(
    partenaire,
    code,
    precision === undefined ? message : `${message} ${precision}`,
    { cause },
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const CODE = /^[A-Z][A-Z0-9_]{2,63}$/;
/** Codes of libraries: they tell nothing to a client and may carry internals. */
const CODES_TECHNIQUES = new Set([
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'DOWNSTREAM_SERVICE_ERROR',
]);
const MESSAGE_MAX = 500;

function readError(partenaire: string, error: unknown, options: AnswerOptions): SubgraphError {
  const lu = isRecord(error) ? error : {};
  const path = readPath(lu['path']);
  const extensions = isRecord(lu['extensions']) ? lu['extensions'] : {};
  const code = extensions['code'];
  const message = lu['message'];
  const isOurs =
    typeof code === 'string' && CODE.test(code) && !CODES_TECHNIQUES.has(code) ? code : undefined;
  if (isOurs === undefined && options.masquerErreurs) {
    return {
      message: `${partnerName(partenaire)} : ${lowerFirst(ERREURS.ERREUR_PARTENAIRE.message)}`,
      path,
      extensions: { code: 'ERREUR_PARTENAIRE', partenaire },
    };
  }
  return {
    message:
      typeof message === 'string'
        ? message.slice(0, MESSAGE_MAX)
        : ERREURS.ERREUR_PARTENAIRE.message,
    path,
    extensions: {
      ...publicScalars(extensions),
      code: isOurs ?? 'ERREUR_PARTENAIRE',
      partenaire,
    },
  };
}

/** Small facts a subgraph adds for its clients (`champ`, `limite`); never an object, so never a stack. */
function publicScalars(extensions: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(extensions)) {
    if (key === 'stacktrace' || key === '__proto__') continue;
    if (typeof value === 'string' && value.length <= MESSAGE_MAX) kept[key] = value;
    else if (typeof value === 'number' || typeof value === 'boolean') kept[key] = value;
  }
  return kept;
}

function readPath(path: unknown): (string | number)[] | undefined {
  if (!Array.isArray(path)) return undefined;
  const segments: (string | number)[] = [];
  for (const segment of path) {
    if (typeof segment !== 'string' && typeof segment !== 'number') return undefined;
    segments.push(segment);
  }
  return segments;
}

/** Null, or null at each of its roots; a list of entities that are all null is one of these. */
function isEmpty(data: unknown): boolean {
  if (!isRecord(data)) return true;
  return Object.values(data).every(
    (root) => root === null || (Array.isArray(root) && root.every((item) => item === null)),
  );
}

/** A subgraph that answers, but whose database is away, is as good as away. */
function isUnwell(code: unknown): boolean {
  return typeof code === 'string' && code.endsWith('_INDISPONIBLE');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(text);
    return isRecord(json) ? json : null;
  } catch {
    // Not JSON: the caller tells it as an answer that cannot be read.
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
