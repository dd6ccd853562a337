import { CANAUX, COMMUN } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';
import type { Journal } from '../journal/journal.js';
import type { Republier } from '../publications/republier.js';
import { announceCle, designateSignataire, listCles } from './cle-store.js';
import { readPublicKeys } from './key-files.js';
import type { Signer } from './signer.js';

export interface PrepareClesDeps {
  readonly sql: Sql;
  readonly journal: Journal;
  readonly clesPubliques: string;
  readonly signer: Signer;
  readonly republier: Republier;
  readonly maintenant: () => Date;
}

/**
 * At each start: the keys that operators gave gateways as their initial trust are announced, and
 * what is published is signed by a key that is still held. So a registry whose secrets were lost
 * goes on with new ones.
 */
export async function prepareCles(deps: PrepareClesDeps): Promise<void> {
  const { sql, journal, signer, maintenant } = deps;
  const { keys } = await readPublicKeys(deps.clesPubliques);
  await sql.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('registre:cles', 0))`);
    for (const cle of keys) {
      if (!(await announceCle(tx, cle, maintenant()))) continue;
      await journal.append(tx, {
        evenement: 'CLE_AJOUTEE',
        editeur: COMMUN,
        par: 'registre',
        resume: `Clé ${cle.kid} annoncée : elle est dans le trousseau initial des passerelles.`,
        details: { kid: cle.kid },
      });
    }
    const { cle } = await signer(tx);
    const signataire = (await listCles(tx)).find((each) => each.signataire);
    if (signataire?.kid !== cle.kid) await designateSignataire(tx, cle.kid);
  });
  for (const canal of CANAUX)
    await deps.republier(canal, 'registre', 'Clés de signature changées.');
}
