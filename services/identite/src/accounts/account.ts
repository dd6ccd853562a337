import { createHash, timingSafeEqual } from 'node:crypto';
import type { CompteDemonstration } from '@passerelle/identity';
import { z } from 'zod';

const accountSchema = z.object({
  identifiant: z.string().min(1),
  sujet: z.string().min(1),
  given_name: z.string().min(1),
  usual_name: z.string().min(1),
  email: z.string().min(1),
  uid: z.string().min(1),
  siret: z.string().regex(/^\d{14}$/),
  organizational_unit: z.string(),
  organisation: z.string().min(1),
  partenaire: z.enum(['etat', 'region', 'pole-emploi']).nullable(),
  fonction: z.string().min(1),
  territoire: z.object({ nom: z.string().min(1) }).nullable(),
  amr: z.array(z.string()).min(1),
  motDePasse: z.string().min(8),
});

/** The file that the supervisor writes: the demonstration agents and their passwords. */
export const accountsFileSchema = z
  .array(accountSchema)
  .min(1)
  .refine((all) => new Set(all.map((one) => one.identifiant)).size === all.length, {
    message: 'un identifiant est répété',
  })
  .refine((all) => new Set(all.map((one) => one.sujet)).size === all.length, {
    message: 'un sujet est répété',
  });

/** An agent of the demonstration as this service knows him: the password is kept as a digest only. */
export type Account = Omit<CompteDemonstration, 'role' | 'territoire'> & {
  readonly territoire: { readonly nom: string } | null;
  readonly passwordDigest: Buffer;
};

export interface Accounts {
  readonly all: readonly Account[];
  findByIdentifiant(identifiant: string): Account | undefined;
  findBySujet(sujet: string): Account | undefined;
}

export function createAccounts(file: z.infer<typeof accountsFileSchema>): Accounts {
  const all: Account[] = file.map(({ motDePasse, ...account }) => ({
    ...account,
    passwordDigest: digest(motDePasse),
  }));
  const byIdentifiant = new Map(all.map((account) => [account.identifiant, account]));
  const bySujet = new Map(all.map((account) => [account.sujet, account]));
  return {
    all,
    // Agents type from a list: spaces and capitals are not mistakes worth a failure.
    findByIdentifiant: (identifiant) => byIdentifiant.get(identifiant.trim().toLowerCase()),
    findBySujet: (sujet) => bySujet.get(sujet),
  };
}

const NO_ONE = digest('');

/** Takes the same time whether the account exists or not. */
export function isPasswordOf(account: Account | undefined, motDePasse: string): boolean {
  const isEqual = timingSafeEqual(account?.passwordDigest ?? NO_ONE, digest(motDePasse));
  return account !== undefined && isEqual;
}

// A fast digest is enough here: the passwords are random, written in clear beside, and of no use
// outside one machine's demonstration. Production signs in elsewhere.
function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
