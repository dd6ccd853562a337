import { createHash } from 'node:crypto';
import {
  type Database,
  parseCleIdempotence,
  type SqlWriter,
  sqlWriterOf,
} from '@passerelle/subgraph';
import type { Decision } from '../../domain/decision.js';
import type {
  DemandeSurDecision,
  DemandeSurSeance,
  Identite,
  Issue,
} from '../../domain/seance.actes.js';
import { type CodeRefus, refus } from '../../domain/seance.errors.js';
import { agitSur } from '../../domain/territoire-d-agent.js';
import { ouvrirDecision, ouvrirSeance, type SeanceOuverte, verrouiller } from '../registre.js';

export function issue(seance: string | null, code: CodeRefus | null): Issue {
  return { seance, decision: null, refus: code && refus(code) };
}

/** One writer at a time on a session, inside the agent's territory. `act` looks before it writes. */
export function surSeance(
  database: Database,
  identite: Identite,
  demande: DemandeSurSeance,
  act: (sql: SqlWriter, seance: SeanceOuverte) => Promise<CodeRefus | null>,
): Promise<Issue> {
  return database.write(identite, async (manager) => {
    const sql = sqlWriterOf(manager);
    const seance = await ouvrirSeance(sql, demande.seance);
    if (!seance) return issue(null, 'SEANCE_INCONNUE');
    const non = refuser(identite, seance, seance.version, demande.versionAttendue);
    return issue(seance.id, non ?? (await act(sql, seance)));
  });
}

export function surDecision(
  database: Database,
  identite: Identite,
  demande: DemandeSurDecision,
  act: (sql: SqlWriter, decision: Decision, seance: SeanceOuverte) => Promise<CodeRefus | null>,
): Promise<Issue> {
  return database.write(identite, async (manager) => {
    const sql = sqlWriterOf(manager);
    const found = await ouvrirDecision(sql, demande.decision);
    if (!found) return issue(null, 'DECISION_INCONNUE');
    const { decision, seance } = found;
    const non =
      refuser(identite, seance, decision.version, demande.versionAttendue) ??
      (await act(sql, decision, seance));
    return { seance: seance.id, decision: decision.id, refus: non && refus(non) };
  });
}

function refuser(
  identite: Identite,
  { ouverte }: SeanceOuverte,
  version: number,
  attendue: number | null | undefined,
): CodeRefus | null {
  if (!agitSur(identite, ouverte.lieu)) return 'HORS_TERRITOIRE';
  if (attendue !== null && attendue !== undefined && attendue !== version)
    return 'VERSION_DEPASSEE';
  return null;
}

/**
 * What a repeat would double is done once per key.
 *
 * @param cree - writes, and gives the identifier of what it wrote, or why it did not
 * @throws CLE_IDEMPOTENCE_INVALIDE
 */
export async function uneSeuleFois(
  sql: SqlWriter,
  identite: Identite,
  cleIdempotence: string | null | undefined,
  demande: object,
  cree: () => Promise<{ id: string } | { code: CodeRefus }>,
): Promise<{ id: string } | { code: CodeRefus }> {
  const cle = parseCleIdempotence(cleIdempotence);
  if (cle === null) return cree();
  const empreinte = createHash('sha256')
    .update(JSON.stringify([identite.sujet, demande]))
    .digest('hex');
  await verrouiller(sql, `cle:${cle}`);
  const [deja] = await sql.query<{ empreinte: string; cree: string }>(
    'SELECT empreinte_demande AS empreinte, cree FROM seance_demande WHERE cle = $1',
    [cle],
  );
  if (deja) {
    return deja.empreinte === empreinte
      ? { id: deja.cree }
      : { code: 'CLE_IDEMPOTENCE_REUTILISEE' };
  }
  const fait = await cree();
  if ('id' in fait) {
    await sql.query(
      'INSERT INTO seance_demande (cle, empreinte_demande, cree) VALUES ($1, $2, $3)',
      [cle, empreinte, fait.id],
    );
  }
  return fait;
}
