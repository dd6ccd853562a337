import { detailsDeJournalSchema, type ResumeDePublication } from '@passerelle/publication';
import { readAcquittements } from '../acquittements/acquittement-store.js';
import type { Sql } from '../database/sql.js';
import { differencesOf } from '../publications/differences.js';
import { ENSEMBLE_VIDE } from '../publications/ensemble.js';
import { requirePublication } from '../publications/place.js';
import { findPublication, lastNumero } from '../publications/publication-store.js';
import type { RevisionReader } from '../revisions/revision-reader.js';
import { lotsOf } from './lots-of.js';

/** One publication told to people. @throws PUBLICATION_ABSENTE */
export async function readResume(
  { sql, revisions }: { sql: Sql; revisions: RevisionReader },
  place: { canal: ResumeDePublication['canal']; numero: number },
): Promise<ResumeDePublication> {
  const { canal, numero } = place;
  const publication = await requirePublication(sql, place);
  const { ensemble, publieeLe, par, commit } = publication;
  const precedente = await findPublication(sql, canal, numero - 1);
  const [ligne] = await sql.query<{ resume: string; details: unknown }>(
    `SELECT resume, details FROM journal
     WHERE canal = $1 AND numero = $2 AND evenement <> 'ALARME' ORDER BY rang LIMIT 1`,
    [canal, numero],
  );
  const details = detailsDeJournalSchema.safeParse(ligne?.details).data;
  const { partenaires, commun } = await lotsOf({ sql, revisions }, ensemble);
  return {
    canal,
    numero,
    publieeLe,
    par,
    commit,
    resume: ligne?.resume ?? '',
    motif: details?.motif ?? null,
    precedente: precedente?.numero ?? null,
    suivante: (await lastNumero(sql, canal)) > numero ? numero + 1 : null,
    differences:
      details?.differences ?? differencesOf(precedente?.ensemble ?? ENSEMBLE_VIDE, ensemble),
    carte: ensemble.carte,
    partenaires,
    commun,
    acquittements: await readAcquittements(sql, canal, numero),
  };
}
