import type { Partenaire } from '@passerelle/identity';
import type { SqlWriter } from '@passerelle/subgraph';
import type { TestSubgraph } from '@passerelle/subgraph/testing';
import { reactionsAuxActes } from '../src/seance/postgres/actes/reactions.js';

const numeros = new Map<Partenaire, number>();

/**
 * What this service does when another house's act reaches it: the stream that brings acts is
 * proved by its own tests, here its transaction is opened by hand, in the service's name.
 */
export async function unActeRecu(
  { database }: TestSubgraph,
  partenaire: Partenaire,
  nature: string,
  sujet: string,
  charge: unknown,
): Promise<void> {
  const reaction = reactionsAuxActes[nature];
  if (!reaction) throw new Error(`nobody reacts to ${nature}`);
  const numero = (numeros.get(partenaire) ?? 0) + 1;
  numeros.set(partenaire, numero);
  const sql: SqlWriter = { query: (text, values = []) => database.sql(text, values) };
  await database.sql('BEGIN');
  try {
    await database.sql(`SELECT set_config('passerelle.systeme', 'oui', true)`);
    await reaction(
      {
        partenaire,
        numero,
        nature,
        sujet,
        charge,
        auteur: `agent de test (${partenaire})`,
        faitLe: new Date().toISOString(),
      },
      sql,
    );
    await database.sql('COMMIT');
  } catch (error) {
    await database.sql('ROLLBACK');
    throw error;
  }
}
