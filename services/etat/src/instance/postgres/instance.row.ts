import type { Copilote, Instance, TypeInstance } from '../domain/instance.js';

export interface InstanceRow {
  id: string;
  type: TypeInstance;
  nom: string;
  nomCle: string;
  maille: Instance['territoire']['maille'];
  territoire: string;
  copilotes: readonly Copilote[];
  creeeLe: string;
  dissouteLe: string | null;
  predecesseur: string | null;
  source: string;
}

export const INSTANCE_COLUMNS = `i.id, i.type, i.nom, i.nom_cle AS "nomCle", i.maille, i.territoire,
  i.copilotes, i.creee_le::text AS "creeeLe", i.dissoute_le::text AS "dissouteLe", i.predecesseur,
  i.source`;

/** The region's first, then the départements', then the local ones. */
const RANK = {
  SPER: 0,
  CORE: 0,
  CDE: 1,
  SPEL: 2,
  CLE: 2,
} as const satisfies Record<TypeInstance, number>;

export const INSTANCE_SORT = `CASE i.type ${Object.entries(RANK)
  .map(([type, rank]) => `WHEN '${type}' THEN ${rank}`)
  .join(' ')} END, i.nom_cle, i.id`;

/** SQL condition: `i` exists on the civil day that this expression gives. */
export function existsOn(jour: string): string {
  return `i.creee_le <= ${jour} AND (i.dissoute_le IS NULL OR i.dissoute_le >= ${jour})`;
}

export function toInstance({ maille, territoire, nomCle, ...row }: InstanceRow): Instance {
  return {
    ...row,
    territoire: { code: territoire, maille },
    tri: [RANK[row.type], nomCle, row.id],
  };
}
