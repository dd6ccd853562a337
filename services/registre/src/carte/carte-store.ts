import type { EtatDeDemandeCarte } from '@passerelle/publication';
import { z } from 'zod';
import type { CarteVivante } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import { type Proposition, propositionSchema } from './proposition.js';

type Statut = EtatDeDemandeCarte['statut'];
export type Decision = EtatDeDemandeCarte['accords'][number];

export interface DemandeLue extends EtatDeDemandeCarte {
  /** Who signed first, in an emergency. */
  readonly sujet: string | null;
  readonly surRevision: number;
  readonly proposition: Proposition;
}

/** One change of the map at a time, on all replicas. */
const CARTE_LOCK = 7_201_922;

export async function lockCarte(tx: Sql): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [CARTE_LOCK]);
}

/** The map in force; the first revision is written when there is none. */
export async function readCarte(
  sql: Sql,
  premiere: () => Promise<Proposition>,
  maintenant: Date,
): Promise<CarteVivante> {
  const [row] = await latest(sql);
  if (row !== undefined) return carteOf(row);
  await sql.query(
    `INSERT INTO carte_revision (revision, contenu, cree_le, par) VALUES (1, $1, $2, 'registre')
     ON CONFLICT (revision) DO NOTHING`,
    [JSON.stringify(await premiere()), maintenant],
  );
  const [first] = await latest(sql);
  if (first === undefined) throw new Error('the ownership map has no revision');
  return carteOf(first);
}

function latest(sql: Sql): Promise<{ revision: number; contenu: unknown }[]> {
  return sql.query('SELECT revision, contenu FROM carte_revision ORDER BY revision DESC LIMIT 1');
}

function carteOf({ revision, contenu }: { revision: number; contenu: unknown }): CarteVivante {
  return { revision, ...propositionSchema.parse(contenu) };
}

export async function insertRevision(
  tx: Sql,
  faits: { revision: number; proposition: Proposition; par: string; demande: string; le: Date },
): Promise<void> {
  await tx.query(
    'INSERT INTO carte_revision (revision, contenu, cree_le, par, demande) VALUES ($1, $2, $3, $4, $5)',
    [faits.revision, JSON.stringify(faits.proposition), faits.le, faits.par, faits.demande],
  );
}

export async function insertDemande(
  tx: Sql,
  demande: Omit<DemandeLue, 'statut' | 'revision'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO carte_demande (id, demandee_le, par, sujet, editeur, motif, urgence, statut,
                                expire_le, proposition, sur_revision, changements)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'EN_ATTENTE', $8, $9, $10, $11)`,
    [
      demande.id,
      demande.demandeeLe,
      demande.par,
      demande.sujet,
      demande.editeur,
      demande.motif,
      demande.urgence,
      demande.expireLe,
      JSON.stringify(demande.proposition),
      demande.surRevision,
      JSON.stringify(demande.changements),
    ],
  );
  for (const { partenaire, decision, par, le, motif } of demande.accords) {
    await tx.query(
      `INSERT INTO carte_accord (demande, partenaire, decision, par, le, motif)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [demande.id, partenaire, decision, par, le, motif],
    );
  }
}

export async function setDecision(tx: Sql, demande: string, accord: Decision): Promise<void> {
  const { partenaire, decision, par, le, motif } = accord;
  await tx.query(
    `UPDATE carte_accord SET decision = $3, par = $4, le = $5, motif = $6
     WHERE demande = $1 AND partenaire = $2`,
    [demande, partenaire, decision, par, le, motif],
  );
}

export async function setStatut(
  tx: Sql,
  demande: string,
  statut: Statut,
  revision: number | null = null,
): Promise<void> {
  await tx.query('UPDATE carte_demande SET statut = $2, revision = $3 WHERE id = $1', [
    demande,
    statut,
    revision,
  ]);
}

/** All that still waits: it was asked of a map that is no longer in force. */
export function expireOthers(tx: Sql): Promise<{ id: string; editeur: string }[]> {
  return tx.query(
    `UPDATE carte_demande SET statut = 'EXPIREE' WHERE statut = 'EN_ATTENTE' RETURNING id, editeur`,
  );
}

interface Row {
  id: string;
  demandee_le: Date;
  par: string;
  sujet: string | null;
  editeur: string;
  motif: string;
  urgence: boolean;
  statut: Statut;
  expire_le: Date;
  proposition: unknown;
  sur_revision: number;
  changements: unknown;
  revision: number | null;
  accords: {
    partenaire: string;
    decision: Decision['decision'];
    par: string | null;
    le: string | null;
    motif: string | null;
  }[];
}

const phrases = z.array(z.string());

const LISTED = 100;

/** Newest first; one alone when its id is given. */
export async function listDemandes(sql: Sql, filtre: { id?: string } = {}): Promise<DemandeLue[]> {
  const rows = await sql.query<Row>(
    `SELECT d.*, (
       SELECT coalesce(jsonb_agg(jsonb_build_object('partenaire', partenaire,
         'decision', decision, 'par', par, 'le', le, 'motif', a.motif) ORDER BY partenaire), '[]')
       FROM carte_accord a WHERE a.demande = d.id
     ) AS accords
     FROM carte_demande d
     WHERE $1::uuid IS NULL OR id = $1
     ORDER BY demandee_le DESC, id LIMIT ${LISTED}`,
    [filtre.id ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    demandeeLe: row.demandee_le.toISOString(),
    par: row.par,
    sujet: row.sujet,
    editeur: row.editeur,
    motif: row.motif,
    urgence: row.urgence,
    statut: row.statut,
    expireLe: row.expire_le.toISOString(),
    proposition: propositionSchema.parse(row.proposition),
    surRevision: row.sur_revision,
    changements: phrases.parse(row.changements),
    revision: row.revision,
    accords: row.accords.map(({ le, ...accord }) => ({
      ...accord,
      le: le === null ? null : new Date(le).toISOString(),
    })),
  }));
}

/** As the contract shows it: neither the proposal whole, nor who exactly signed first. */
export function etatOf(demande: DemandeLue): EtatDeDemandeCarte {
  const { sujet: _sujet, surRevision: _surRevision, proposition: _proposition, ...etat } = demande;
  return etat;
}
