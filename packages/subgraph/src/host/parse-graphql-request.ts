import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ExposedError } from '../errors/exposed-error.js';
import { platformError } from '../errors/platform-errors.js';
import { readBody } from './read-body.js';

/** More than any operation of ours; a bound on what one parse may cost. */
export const MAX_TOKENS = 10_000;
const MAX_BODY_BYTES = 1024 * 1024;

const requestSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});

export type GraphqlRequest = z.infer<typeof requestSchema>;

/** @throws TYPE_DE_CONTENU_REFUSE, CORPS_TROP_GRAND, REQUETE_INVALIDE, TEXTE_INVALIDE */
export async function parseGraphqlRequest(request: IncomingMessage): Promise<GraphqlRequest> {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  // Also what keeps a page of another origin from posting here without a preflight.
  if (contentType !== 'application/json') throw platformError('TYPE_DE_CONTENU_REFUSE');
  const parsed = requestSchema.safeParse(parseJson(await readBody(request, MAX_BODY_BYTES)));
  if (!parsed.success) throw platformError('REQUETE_INVALIDE');
  return parsed.data;
}

/** An escape that may stand for half a character. Rare: values are only looked into when there. */
const MAYBE_HALF = /\\u[dD][89a-fA-F]/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, MAYBE_HALF.test(text) ? refuseHalfCharacter : undefined);
  } catch (cause) {
    if (cause instanceof ExposedError) throw cause;
    throw platformError('REQUETE_INVALIDE', { cause });
  }
}

/** Half a surrogate pair cannot be kept: it would be stored as another character, in silence. */
function refuseHalfCharacter(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) throw platformError('TEXTE_INVALIDE');
  return value;
}
