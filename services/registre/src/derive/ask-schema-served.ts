import {
  AdresseInterne,
  editeurSchema,
  empreinteSchema,
  judgedLookup,
  type Resolve,
} from '@passerelle/publication';
import { Agent, errors, request } from 'undici';
import { z } from 'zod';

/** `{ partenaire, empreinte }` takes a few hundred bytes. */
const MAX_BYTES = 4096;

const answer = z.object({ partenaire: editeurSchema, empreinte: empreinteSchema });

/** What the process at this address says, or why it says nothing. */
export type Reponse =
  | { readonly dit: 'SCHEMA'; readonly partenaire: string; readonly empreinte: string }
  | { readonly dit: 'ADRESSE_INTERNE' }
  /** French, to follow « … », without a full stop. */
  | { readonly dit: 'RIEN'; readonly raison: string };

/**
 * `GET /sante/schema`: one request on a connection of its own, no redirection followed, nothing of
 * what it answers repeated.
 */
export async function askSchemaServed(
  url: URL,
  {
    production,
    resolve,
    deadlineMs,
  }: { production: boolean; resolve: Resolve; deadlineMs: number },
): Promise<Reponse> {
  const agent = new Agent({
    connect: { lookup: judgedLookup({ resolve, dehorsSeulement: production }) },
    maxResponseSize: MAX_BYTES,
    maxHeaderSize: 16 * 1024,
  });
  try {
    const { statusCode, body } = await request(url, {
      dispatcher: agent,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (statusCode !== 200) {
      // Destroying a body that nobody reads reports it as an error: nobody waits for it either.
      body.on('error', () => undefined).destroy();
      return { dit: 'RIEN', raison: `répond ${statusCode} à GET /sante/schema` };
    }
    const lu = answer.safeParse(JSON.parse(await body.text()));
    if (lu.success) return { dit: 'SCHEMA', ...lu.data };
    return { dit: 'RIEN', raison: 'ne répond pas { partenaire, empreinte } à GET /sante/schema' };
  } catch (error) {
    if (causes(error).some((one) => one instanceof AdresseInterne)) {
      return { dit: 'ADRESSE_INTERNE' };
    }
    return { dit: 'RIEN', raison: raisonOf(error, deadlineMs) };
  } finally {
    await agent.destroy();
  }
}

function raisonOf(error: unknown, deadlineMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `n’a pas répondu en ${deadlineMs / 1000} s`;
  }
  if (error instanceof SyntaxError) return 'ne répond pas en JSON à GET /sante/schema';
  if (error instanceof errors.ResponseExceededMaxSizeError) {
    return 'répond bien plus que { partenaire, empreinte } à GET /sante/schema';
  }
  const code = causes(error)
    .map((one) => (one instanceof Error && 'code' in one ? one.code : undefined))
    .find((one) => one !== undefined);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'porte un nom qui ne se résout pas';
  if (code === 'ECONNREFUSED') return 'refuse la connexion';
  return 'ne se laisse pas joindre';
}

/** The error, what caused it, and those that it gathers (one for each address tried). */
function causes(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const gathered: unknown[] = error instanceof AggregateError ? error.errors : [];
  const next = error.cause === undefined ? gathered : [error.cause, ...gathered];
  return [error, ...next.flatMap(causes)];
}
