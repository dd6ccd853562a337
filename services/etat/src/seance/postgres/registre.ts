import type { CleTerritoire, Lieu, RequestContext, SqlWriter } from '@passerelle/subgraph';
import type { Copilote, Instance } from '../../instance/index.js';
import type { Decision } from '../domain/decision.js';
import { MOUVEMENT_SEANCE } from '../domain/mouvement-seance.js';
import type { Presence, Seance } from '../domain/seance.js';
import { DECISION_COLUMNS } from './decision.row.js';
import { SEANCE_COLUMNS } from './seance.row.js';

type Identite = RequestContext['identite'];

/** A body as a writer meets it. */
export interface InstanceOuverte
  extends Pick<Instance, 'id' | 'type' | 'creeeLe' | 'dissouteLe' | 'copilotes'> {
  readonly lieu: Lieu;
}

/** A session held until the transaction ends, with its body. */
export interface SeanceOuverte extends Seance {
  readonly ouverte: InstanceOuverte;
}

interface InstanceRow {
  instanceId: string;
  type: Instance['type'];
  creeeLe: string;
  dissouteLe: string | null;
  copilotes: readonly Copilote[];
  maille: CleTerritoire['maille'];
  code: string;
  regionDuLieu: string | null;
  departementDuLieu: string | null;
}

const INSTANCE_COLUMNS = `i.id AS "instanceId", i.type, i.creee_le::text AS "creeeLe",
  i.dissoute_le::text AS "dissouteLe", i.copilotes, t.maille, t.code,
  t.region AS "regionDuLieu", t.departement AS "departementDuLieu"`;
const INSTANCE_JOINS = 'JOIN territoire t ON t.maille = i.maille AND t.code = i.territoire';

export async function ouvrirInstance(sql: SqlWriter, id: string): Promise<InstanceOuverte | null> {
  const [row] = await sql.query<InstanceRow>(
    `SELECT ${INSTANCE_COLUMNS} FROM instance i ${INSTANCE_JOINS} WHERE i.id = $1`,
    [id],
  );
  return row ? toOuverte(row) : null;
}

export async function ouvrirSeance(sql: SqlWriter, id: string): Promise<SeanceOuverte | null> {
  const [row] = await sql.query<Seance & InstanceRow>(
    `SELECT ${SEANCE_COLUMNS}, ${INSTANCE_COLUMNS}
     FROM seance s JOIN instance i ON i.id = s.instance ${INSTANCE_JOINS}
     WHERE s.id = $1 FOR UPDATE OF s`,
    [id],
  );
  return row ? { ...row, ouverte: toOuverte(row) } : null;
}

/** The session first, always: two writers never wait for each other in a circle. */
export async function ouvrirDecision(
  sql: SqlWriter,
  id: string,
): Promise<{ decision: Decision; seance: SeanceOuverte } | null> {
  const [ou] = await sql.query<{ seance: string }>('SELECT seance FROM decision WHERE id = $1', [
    id,
  ]);
  const seance = ou && (await ouvrirSeance(sql, ou.seance));
  const [decision] = await sql.query<Decision>(
    `SELECT ${DECISION_COLUMNS} FROM decision d WHERE d.id = $1 FOR UPDATE`,
    [id],
  );
  return seance && decision ? { decision, seance } : null;
}

/** Members of that day as a session expects them: nobody is there yet. */
export async function membresAttendus(
  sql: SqlWriter,
  instance: string,
  jour: string,
): Promise<readonly Presence[]> {
  return sql.query<Presence>(
    `SELECT fonction, organisation, partenaire, false AS present, false AS signataire, voix
     FROM instance_membre
     WHERE instance = $1 AND (du IS NULL OR du <= $2::date) AND (au IS NULL OR au >= $2::date)
     ORDER BY rang`,
    [instance, jour],
  );
}

/** Held until the transaction ends. */
export async function verrouiller(sql: SqlWriter, quoi: string): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [quoi]);
}

/** Tells who listens that something about this session has changed. */
export async function annoncer(
  sql: SqlWriter,
  seance: string,
  decision: string | null = null,
): Promise<void> {
  await sql.query('INSERT INTO mouvement (nature, charge) VALUES ($1, $2::jsonb)', [
    MOUVEMENT_SEANCE,
    JSON.stringify({ seance, decision }),
  ]);
}

/** Function and organisation, never a name. */
export function auteurDe({ fonction, organisation }: Identite): string {
  return [fonction, organisation].filter((part) => part !== '').join(', ');
}

function toOuverte(row: InstanceRow): InstanceOuverte {
  const parents: CleTerritoire[] = [];
  if (row.departementDuLieu !== null) {
    parents.push({ maille: 'DEPARTEMENT', code: row.departementDuLieu });
  }
  if (row.regionDuLieu !== null) parents.push({ maille: 'REGION', code: row.regionDuLieu });
  return {
    id: row.instanceId,
    type: row.type,
    creeeLe: row.creeeLe,
    dissouteLe: row.dissouteLe,
    copilotes: row.copilotes,
    lieu: { code: row.code, maille: row.maille, parents },
  };
}
