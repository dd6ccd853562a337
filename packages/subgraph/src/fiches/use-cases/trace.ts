import { createHash } from 'node:crypto';
import type { Identite } from '@passerelle/identity';
import type { Trace } from '../domain/fiche.journal.js';
import { parseCle } from '../domain/parse-fiche.js';

/**
 * Who asks, under which key, and the digest of what was asked.
 *
 * @throws CLE_IDEMPOTENCE_INVALIDE
 */
export function traceOf(
  identite: Identite,
  cleIdempotence: string | null | undefined,
  demande: readonly unknown[],
): Trace {
  const { sujet, fonction, organisation } = identite;
  return {
    auteur: {
      sujet,
      affiche: [fonction, organisation].filter((part) => part !== '').join(', '),
    },
    cleIdempotence: parseCle(cleIdempotence),
    empreinteDemande: createHash('sha256')
      .update(JSON.stringify([sujet, ...demande]))
      .digest('hex'),
  };
}
