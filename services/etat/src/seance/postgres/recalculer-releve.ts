import { empreinteReleve } from '@passerelle/demo-data';
import type { SqlWriter } from '@passerelle/subgraph';
import type { Presence } from '../domain/seance.js';

/** After the text, who was there or a decision changed: what was validated were other minutes. */
export async function recalculerReleve(sql: SqlWriter, seance: string): Promise<void> {
  const [releve] = await sql.query<{ texte: string; presences: readonly Presence[] }>(
    `SELECT r.texte, s.presences FROM seance_releve r JOIN seance s ON s.id = r.seance
     WHERE r.seance = $1 AND r.fige_le IS NULL`,
    [seance],
  );
  if (!releve) return;
  const decisions = await sql.query<{ id: string; empreinte: string }>(
    `SELECT id, empreinte FROM decision WHERE seance = $1 AND statut <> 'ANNULEE'`,
    [seance],
  );
  await sql.query('UPDATE seance_releve SET empreinte = $2 WHERE seance = $1', [
    seance,
    empreinteReleve({ seance, ...releve, decisions }),
  ]);
}
