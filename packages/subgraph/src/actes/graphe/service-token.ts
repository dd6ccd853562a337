import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GrapheInjoignable } from '../domain/graphe-de-service.js';

/** Who the service is to the identity provider. */
export interface ServiceClient {
  readonly emetteur: string;
  readonly clientId: string;
  /** File that holds the secret, read at each request for a token: it may be replaced. */
  readonly secretFichier: string;
}

export interface ServiceToken {
  /** @throws GrapheInjoignable */
  get(): Promise<string>;
  /** After a refusal: the next one is asked anew. */
  forget(): void;
}

const TIMEOUT_MS = 5000;
/** A token is not used in its last moments: the request takes time too. */
const MARGIN_MS = 30_000;

const discoverySchema = z.object({ token_endpoint: z.url() });
const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(60),
});

/** The access token of this service (OAuth client credentials), kept as long as it holds. */
export function serviceToken(client: ServiceClient): ServiceToken {
  let endpoint: string | undefined;
  let kept: { token: string; untilMs: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    endpoint ??= (
      await readJson(
        `${client.emetteur.replace(/\/$/, '')}/.well-known/openid-configuration`,
        {},
        discoverySchema,
      )
    ).token_endpoint;
    const secret = (await readSecret(client.secretFichier)).trim();
    const basic = Buffer.from(
      `${encodeURIComponent(client.clientId)}:${encodeURIComponent(secret)}`,
    ).toString('base64');
    const answer = await readJson(
      endpoint,
      {
        method: 'POST',
        headers: { authorization: `Basic ${basic}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      },
      tokenSchema,
    );
    kept = {
      token: answer.access_token,
      untilMs: Date.now() + Math.max(answer.expires_in * 1000 - MARGIN_MS, 1000),
    };
    return kept.token;
  }

  return {
    get() {
      if (kept !== undefined && Date.now() < kept.untilMs) return Promise.resolve(kept.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      kept = undefined;
    },
  };
}

async function readSecret(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new GrapheInjoignable('le secret de ce service ne peut pas être lu', { cause });
  }
}

/** The provider's words are not repeated: they might quote what was sent. */
async function readJson<Value>(
  url: string,
  init: RequestInit,
  schema: z.ZodType<Value>,
): Promise<Value> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    body = await response.json();
  } catch (cause) {
    throw new GrapheInjoignable('le fournisseur d’identité ne répond pas', { cause });
  }
  const parsed = schema.safeParse(body);
  if (response.ok && parsed.success) return parsed.data;
  throw new GrapheInjoignable(
    `le fournisseur d’identité refuse ce service (HTTP ${response.status})`,
  );
}
