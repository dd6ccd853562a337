import type { CleTerritoire } from '../../territoires/domain/territoire.js';
import type { Maille } from '../../vocabulaire/codes.js';

/** Where an instance sits, from its identifier: `spel-596`, `sper-32`, `cde-59`. */
const MAILLE: Readonly<Record<string, Maille>> = {
  sper: 'REGION',
  core: 'REGION',
  cde: 'DEPARTEMENT',
  spel: 'ARRONDISSEMENT',
  cle: 'ARRONDISSEMENT',
};

const SEANCE = /^(([a-z]{3,4})-([0-9AB]{2,4})):(\d{4}-\d{2}-\d{2})[b-z]?$/;
const DECISION = /^(.+):([1-9]\d{0,3})$/;

export interface SeanceDesignee {
  /** `spel-596:2023-12-18`; a second the same day ends with `b`. */
  readonly seance: string;
  readonly instance: string;
  /** Civil date. */
  readonly jour: string;
  readonly territoire: CleTerritoire;
}

export interface DecisionDesignee extends SeanceDesignee {
  /** `spel-596:2023-12-18:3`. */
  readonly decision: string;
}

/**
 * Every house reads the place and the day in the identifier itself: none needs to ask the État
 * where a session is held.
 *
 * @returns null for anything that can't be the identifier of a session
 */
export function parseSeanceId(id: string): SeanceDesignee | null {
  const [, instance, type = '', code, jour] = SEANCE.exec(id) ?? [];
  const maille = Object.hasOwn(MAILLE, type) ? MAILLE[type] : undefined;
  if (!instance || !code || !jour || !maille || !isCivilDate(jour)) return null;
  return { seance: id, instance, jour, territoire: { code, maille } };
}

/** @returns null for anything that can't be the identifier of a decision */
export function parseDecisionId(id: string): DecisionDesignee | null {
  const [, of = ''] = DECISION.exec(id) ?? [];
  const seance = parseSeanceId(of);
  return seance && { ...seance, decision: id };
}

function isCivilDate(jour: string): boolean {
  const date = new Date(`${jour}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(jour);
}
