import { type Dispatcher, request } from 'undici';

export interface RegistryAccess {
  readonly adresse: URL;
  readonly jeton: string;
  readonly dispatcher: Dispatcher;
}

export interface RegistryRequest {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** The registry answered, but not what was asked. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';
  constructor(
    readonly statut: number,
    chemin: string,
    texte: string,
  ) {
    super(`The registry answered ${statut} to ${chemin}: ${texte.slice(0, 300)}`);
  }
}

/** One call to the registry, with the gateway's token; the caller reads the body. */
export function callRegistry(
  { adresse, jeton, dispatcher }: RegistryAccess,
  chemin: string,
  { method = 'GET', body, headers = {}, signal }: RegistryRequest,
): Promise<Dispatcher.ResponseData> {
  return request(new URL(chemin, adresse), {
    dispatcher,
    method,
    headers: {
      ...headers,
      authorization: `Bearer ${jeton}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal,
  });
}

/** Sends a report and forgets the answer. @throws RegistryRefusal, or why it could not leave */
export async function postToRegistry(
  acces: RegistryAccess,
  chemin: string,
  body: unknown,
  signal: AbortSignal,
): Promise<void> {
  const answer = await callRegistry(acces, chemin, { method: 'POST', body, signal });
  if (answer.statusCode >= 300) {
    throw new RegistryRefusal(answer.statusCode, chemin, await answer.body.text());
  }
  await answer.body.dump();
}
