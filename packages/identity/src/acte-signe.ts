import { CompactSign, type CryptoKey, compactVerify, errors } from 'jose';
import { z } from 'zod';
import { PARTENAIRES, type Partenaire } from './partenaires.js';
import { importVerificationKeys, type JwkSet, type SigningKey } from './signing-key.js';

const ALGORITHM = 'EdDSA';
/** A type of its own: no other document that the same key might sign passes for an act. */
const TYPE = 'passerelle-acte';
/** An act says what was done, not a file; a longer one is refused before any cryptography. */
const MAX_JWS_LENGTH = 64 * 1024;

const acteSchema = z.strictObject({
  partenaire: z.enum(PARTENAIRES),
  numero: z.int().min(1),
  nature: z.string().regex(/^[A-Z][A-Z0-9_]{0,99}$/),
  sujet: z.string().min(1).max(300),
  charge: z.unknown(),
  auteur: z.string().max(500),
  faitLe: z.iso.datetime(),
});

/** What one house did, as it is signed: its number in that house's stream, and the instant in UTC. */
export type ContenuActe = z.infer<typeof acteSchema>;

/** The act was altered, signed by a key that the house does not own, or is not an act at all. */
export class ActeRefuse extends Error {
  readonly code = 'ACTE_REFUSE';

  /** @param raison - for the person who looks after the service, in French */
  constructor(
    readonly raison: string,
    options?: ErrorOptions,
  ) {
    super(`Un acte est refusé : ${raison}.`, options);
    this.name = 'ActeRefuse';
  }
}

/** The act as a compact JWS (EdDSA), byte for byte what is kept and followed. */
export async function signActe(acte: ContenuActe, cle: SigningKey): Promise<string> {
  const jws = await new CompactSign(new TextEncoder().encode(JSON.stringify(acte)))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: cle.kid })
    .sign(cle.privateKey);
  if (jws.length > MAX_JWS_LENGTH) throw new Error('the act is too long to be signed');
  return jws;
}

/** Reads an act of that house, or refuses it. @throws ActeRefuse */
export type ActeVerifier = (partenaire: Partenaire, jws: string) => Promise<ContenuActe>;

/**
 * @param cles - public keys by house, former ones included: an act stays verifiable after its key
 *   has been replaced. Read again when an act names an unknown key, so that one may be added
 *   without a restart.
 */
export function createActeVerifier(
  cles: () => Promise<Readonly<Record<string, JwkSet | undefined>>>,
): ActeVerifier {
  let known: Map<Partenaire, Map<string, CryptoKey>> | null = null;

  async function read(): Promise<Map<Partenaire, Map<string, CryptoKey>>> {
    const sets = await cles();
    const read = new Map<Partenaire, Map<string, CryptoKey>>();
    for (const partenaire of PARTENAIRES) {
      read.set(partenaire, await importVerificationKeys(sets[partenaire] ?? { keys: [] }));
    }
    known = read;
    return read;
  }

  async function keyOf(partenaire: Partenaire, kid: string | undefined): Promise<CryptoKey> {
    if (kid === undefined) throw new ActeRefuse('sa clé n’est pas nommée');
    const found = known?.get(partenaire)?.get(kid) ?? (await read()).get(partenaire)?.get(kid);
    if (found === undefined) {
      throw new ActeRefuse(`la clé « ${kid.slice(0, 80)} » n’est pas une clé de cette maison`);
    }
    return found;
  }

  return async (partenaire, jws) => {
    if (jws.length > MAX_JWS_LENGTH) throw new ActeRefuse('il est trop long');
    const payload = await verified(jws, (kid) => keyOf(partenaire, kid));
    const acte = acteSchema.safeParse(parseJson(payload));
    if (!acte.success) throw new ActeRefuse('son contenu n’est pas celui d’un acte');
    if (acte.data.partenaire !== partenaire) {
      throw new ActeRefuse(`il se dit de la maison « ${acte.data.partenaire} »`);
    }
    return acte.data;
  };
}

async function verified(
  jws: string,
  keyOf: (kid: string | undefined) => Promise<CryptoKey>,
): Promise<string> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws, ({ kid }) => keyOf(kid), {
      algorithms: [ALGORITHM],
    });
    if (protectedHeader.typ !== TYPE) throw new ActeRefuse('ce n’est pas un acte');
    return new TextDecoder().decode(payload);
  } catch (error) {
    if (error instanceof errors.JOSEError) {
      throw new ActeRefuse('sa signature n’est pas valable', { cause: error });
    }
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: refused with every other text that is no act.
    return null;
  }
}
