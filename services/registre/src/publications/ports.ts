import type { Constat } from '@passerelle/publication';
import type { CanalVivant, CarteVivante } from '../canal-vivant.js';
import type { Sql } from '../database/sql.js';
import type {
  CandidatLot,
  CandidatSchema,
  EtatVise,
  RapportDeLot,
  RapportDeRetour,
  RapportDeSchema,
} from '../verification/index.js';

/** The checks, as publishing needs them; called inside the channel's lock: no network. */
export interface Verifications {
  schema(vivant: CanalVivant, candidat: CandidatSchema): Promise<RapportDeSchema>;
  lot(vivant: CanalVivant, candidat: CandidatLot): Promise<RapportDeLot>;
  retour(vivant: CanalVivant, apres: EtatVise): Promise<RapportDeRetour>;
}

/**
 * Asks a process whether it serves what would go live; findings of family `service`, none when the
 * address is not one of the partner's: the checks refuse it, and nobody is called.
 */
export type Sonder = (
  sousGraphe: { readonly partenaire: string; readonly url: string; readonly empreinte: string },
  hotes: readonly string[],
) => Promise<readonly Constat[]>;

/** The ownership map in force. */
export type LireCarte = (sql: Sql) => Promise<CarteVivante>;
