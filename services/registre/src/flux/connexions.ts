import type { Canal } from '@passerelle/publication';
import type { Sql } from '../database/sql.js';

/** A gateway that said nothing for so long is no longer connected. */
export const CONNECTED_FOR_S = 30;

/** Notes that a gateway listens here; said again at each heartbeat. */
export async function noteConnexion(
  sql: Sql,
  { id, canal, passerelle }: { id: string; canal: Canal; passerelle: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO connexion (id, canal, passerelle, vue_le) VALUES ($1, $2, $3, now())
     ON CONFLICT (id) DO UPDATE SET vue_le = now()`,
    [id, canal, passerelle],
  );
  await sql.query(
    `INSERT INTO passerelle (canal, nom, numero, vue_le) VALUES ($1, $2, 0, now())
     ON CONFLICT (canal, nom) DO UPDATE SET vue_le = now()`,
    [canal, passerelle],
  );
}

/** Also those of replicas that were killed before they could. */
export async function forgetConnexion(sql: Sql, id: string): Promise<void> {
  await sql.query(
    'DELETE FROM connexion WHERE id = $1 OR vue_le < now() - make_interval(secs => $2)',
    [id, CONNECTED_FOR_S * 10],
  );
}

/** Names of the gateways that listen to the channel, at any replica. */
export async function connectedGateways(sql: Sql, canal: Canal): Promise<string[]> {
  const rows = await sql.query<{ passerelle: string }>(
    `SELECT DISTINCT passerelle FROM connexion
     WHERE canal = $1 AND vue_le > now() - make_interval(secs => $2) ORDER BY passerelle`,
    [canal, CONNECTED_FOR_S],
  );
  return rows.map(({ passerelle }) => passerelle);
}
