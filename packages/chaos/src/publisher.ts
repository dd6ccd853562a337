import { setTimeout as delay } from 'node:timers/promises';
import type { Partenaire } from '@passerelle/identity';
import {
  type Acquittement,
  acquittementSchema,
  type DemandeSchema,
  resultatPublicationSchema,
} from '@passerelle/publication';
import { z } from 'zod';

export interface Published {
  readonly numero: number;
  /** From the request to the registry until every connected gateway has said that it serves it. */
  readonly jusquAuServiceMs: number;
  /** Of which the registry's answer. */
  readonly registreMs: number;
  readonly acquittements: readonly Acquittement[];
}

const acknowledgedSchema = z.object({
  attendues: z.array(z.string()),
  recus: z.array(acquittementSchema.loose()),
});
/** A loaded machine may keep a gateway from the registry for a moment: it comes back by itself. */
const ACK_DEADLINE_MS = 60_000;
const WAIT_MS = 10_000;
const POLL_MS = 50;

/**
 * Publishes a schema as a partner's pipeline does, and waits until the gateways serve it.
 *
 * @throws Error with the registry's words when it refuses, or when no gateway answers
 */
export async function publishSchema(
  registre: string,
  jetons: Readonly<Record<Partenaire, { schema: string }>>,
  partenaire: Partenaire,
  schema: string,
  origine: string,
): Promise<Published> {
  const headers = {
    authorization: `Bearer ${jetons[partenaire].schema}`,
    'content-type': 'application/json',
  };
  const demande: DemandeSchema = {
    canal: 'production',
    schema,
    url: `${origine}/graphql`,
    fluxUrl: `${origine}/graphql/stream`,
    santeUrl: `${origine}/sante/pret`,
  };
  const startedAt = performance.now();
  const response = await fetch(`${registre}/v1/schemas`, {
    method: 'POST',
    headers,
    body: JSON.stringify(demande),
  });
  const registreMs = performance.now() - startedAt;
  const text = await response.text();
  const lu = resultatPublicationSchema.safeParse(parse(text));
  if (!lu.success || lu.data.numero === null) {
    throw new Error(`Le registre refuse (${response.status}) : ${text.slice(0, 2_000)}`);
  }
  const { numero } = lu.data;
  const recus = await acknowledgements(registre, headers.authorization, numero);
  return {
    numero,
    registreMs,
    jusquAuServiceMs: performance.now() - startedAt,
    acquittements: recus,
  };
}

async function acknowledgements(
  registre: string,
  authorization: string,
  numero: number,
): Promise<Acquittement[]> {
  const url = `${registre}/v1/publications/production/${numero}/acquittements?attendreMs=${WAIT_MS}`;
  const giveUpAt = Date.now() + ACK_DEADLINE_MS;
  for (;;) {
    const response = await fetch(url, { headers: { authorization } });
    const { attendues, recus } = acknowledgedSchema.parse(await response.json());
    const muettes = attendues.filter((nom) => !recus.some(({ passerelle }) => passerelle === nom));
    if (recus.length > 0 && muettes.length === 0) return recus;
    if (Date.now() > giveUpAt) {
      const noms = muettes.join(', ') || 'personne';
      throw new Error(`Publication ${numero} : pas de réponse de ${noms}.`);
    }
    await delay(POLL_MS);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the schema that reads it next says so.
    return null;
  }
}
