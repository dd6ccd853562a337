import { type Canal, COMMUN, trousseauSchema } from '@passerelle/publication';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { Signer } from '../cles/signer.js';
import type { ChangeChannel, Contexte } from './change-channel.js';

/** Signs again what a channel serves, under a new number, when its keys are no longer those. */
export type Republier = (canal: Canal, par: string, resume: string) => Promise<number | null>;

const clesSchema = z.object({ cles: trousseauSchema });

/** @returns the number of the new publication; null when there is nothing to publish, or no need */
export function createRepublier(changer: ChangeChannel, signer: Signer): Republier {
  return async (canal, par, resume) => {
    const { issue, numero } = await changer(canal, async (contexte) => {
      if (contexte.derniere === null || (await isCurrent(contexte, signer))) {
        return { issue: 'INCHANGE', faits: null };
      }
      const { ensemble, supergraphe } = contexte;
      return {
        issue: 'PUBLIE',
        faits: null,
        ensemble,
        supergraphe,
        entree: { evenement: 'CLE_AJOUTEE', editeur: COMMUN, par, resume },
      };
    });
    return issue === 'PUBLIE' ? numero : null;
  };
}

/** Carries the keys of now, in their order, and is signed by the one that signs now. */
async function isCurrent({ sql, canal, vivant }: Contexte, signer: Signer): Promise<boolean> {
  const [row] = await sql.query<{ entete: string; charge: string }>(
    'SELECT entete, charge FROM publication WHERE canal = $1 AND numero = $2',
    [canal, vivant.numero],
  );
  if (!row) return false;
  const { cle, trousseau } = await signer(sql);
  const { kid } = decodeProtectedHeader(`${row.entete}..`);
  const { cles } = clesSchema.parse(JSON.parse(row.charge));
  return kid === cle.kid && JSON.stringify(cles) === JSON.stringify(trousseau);
}
