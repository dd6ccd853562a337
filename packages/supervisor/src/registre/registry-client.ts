import { erreurDuRegistreSchema } from '@passerelle/publication';
import type { z } from 'zod';

/** What the registry refused, with its own code and words. */
export class RegistryRefusal extends Error {
  override readonly name = 'RegistryRefusal';

  constructor(
    readonly statut: number,
    readonly code: string,
    message: string,
    readonly remede: string,
  ) {
    super(message);
  }
}

/** The registry did not answer at all, or something else did. */
export class RegistryUnreachable extends Error {
  override readonly name = 'RegistryUnreachable';
}

export interface RegistryCall<T extends z.ZodType> {
  readonly jeton: string;
  readonly chemin: string;
  /** Sent as JSON by POST; none: GET. */
  readonly corps?: unknown;
  readonly reponse: T;
  /** Answers other than 200 that are read as `reponse` too. */
  readonly aussi?: readonly number[];
}

export interface RegistryClient {
  /**
   * @throws RegistryRefusal in the registry's words
   * @throws RegistryUnreachable
   */
  call<T extends z.ZodType>(call: RegistryCall<T>): Promise<z.infer<T>>;
}

/** Checks compose the whole graph and ask the partner's process: slow on a busy machine. */
const DEADLINE_MS = 60_000;

/** @param adresse - origin of the registry */
export function createRegistryClient(adresse: string): RegistryClient {
  return {
    async call({ jeton, chemin, corps, reponse, aussi = [] }) {
      const { statut, json } = await send(`${adresse}${chemin}`, jeton, corps);
      if ((statut >= 200 && statut < 300) || aussi.includes(statut)) {
        const lu = reponse.safeParse(json);
        if (lu.success) return lu.data;
      }
      throw refusalOf(statut, json, adresse);
    },
  };
}

async function send(
  url: string,
  jeton: string,
  corps: unknown,
): Promise<{ statut: number; json: unknown }> {
  try {
    const response = await fetch(url, {
      method: corps === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${jeton}`,
        accept: 'application/json',
        ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(corps === undefined ? {} : { body: JSON.stringify(corps) }),
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    const text = await response.text();
    return { statut: response.status, json: parse(text) };
  } catch (cause) {
    throw new RegistryUnreachable(`Le registre ne répond pas (${url}).`, { cause });
  }
}

function refusalOf(statut: number, json: unknown, adresse: string): Error {
  const lu = erreurDuRegistreSchema.safeParse(json);
  if (!lu.success) {
    return new RegistryUnreachable(`Réponse inattendue (${statut}) du registre à ${adresse}.`);
  }
  const { code, message, remede } = lu.data.erreur;
  return new RegistryRefusal(statut, code, message, remede);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
