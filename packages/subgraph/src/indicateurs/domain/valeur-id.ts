import type { Partenaire } from '@passerelle/identity';
import { Maille } from '../../vocabulaire/codes.js';
import type { CleValeur } from './indicateur.js';
import { parsePeriode } from './periode.js';

const SHAPE =
  /^([a-z-]{1,30}):([a-z0-9][a-z0-9-]{0,59}):([A-Z]{1,20}):([0-9A-Z]{1,9}):([0-9T-]{4,8})$/;

/** `region:entrees-prf:REGION:32:2022`: house, indicator, territory, period. */
export function valeurId(maison: Partenaire, cle: CleValeur): string {
  return [maison, cle.indicateur, cle.maille, cle.territoire, cle.periode].join(':');
}

/** @returns null for anything that is not the identifier of a value of this house */
export function parseValeurId(maison: Partenaire, id: string): CleValeur | null {
  const [, house, indicateur, maille, territoire, periode] = SHAPE.exec(id) ?? [];
  if (house !== maison || indicateur === undefined || maille === undefined) return null;
  if (territoire === undefined || periode === undefined || !isMaille(maille)) return null;
  return parsePeriode(periode)?.code === periode
    ? { indicateur, maille, territoire, periode }
    : null;
}

export function isMaille(texte: string): texte is Maille {
  return Object.hasOwn(Maille, texte);
}
