import { type NatureAvenant, texteSchema } from '@passerelle/subgraph';
import type { Avenant, EtatAvenant } from '../domain/avenant.js';

/** The newest writing that the viewer may see, and the state that the stages give. */
export const AVENANT = `SELECT a.id, a.numero, a.nature, a.version_de_base AS "versionDeBase",
    a.ouvert_le AS "ouvertLe", a.demonstration,
    r.version, r.objet, r.source, r.texte, r.empreinte, r.auteur, r.modifie_le AS "modifieLe",
    p.fait_le AS "proposeLe", f.fait_le AS "publieLe",
    CASE WHEN f.etape = 'PUBLIE' THEN 'PUBLIE'
         WHEN f.etape = 'ABANDONNE' THEN 'ABANDONNE'
         WHEN p.etape IS NOT NULL THEN 'PROPOSE'
         ELSE 'BROUILLON' END AS etat
  FROM avenant a
  JOIN LATERAL (
    SELECT * FROM avenant_redaction r WHERE r.avenant = a.id ORDER BY r.version DESC LIMIT 1
  ) r ON true
  LEFT JOIN avenant_etape p
    ON p.avenant = a.id AND p.version = r.version AND p.etape = 'PROPOSE'
  LEFT JOIN avenant_etape f
    ON f.avenant = a.id AND f.etape IN ('PUBLIE', 'ABANDONNE')`;

export interface AvenantRow {
  readonly id: string;
  readonly numero: number;
  readonly nature: NatureAvenant;
  readonly etat: EtatAvenant;
  readonly objet: string;
  readonly source: string | null;
  readonly versionDeBase: number;
  readonly version: number;
  readonly texte: unknown;
  readonly empreinte: string;
  readonly auteur: string;
  readonly ouvertLe: Date;
  readonly modifieLe: Date;
  readonly proposeLe: Date | null;
  readonly publieLe: Date | null;
  readonly demonstration: boolean;
}

export function toAvenant(row: AvenantRow): Avenant {
  const publieLe = row.etat === 'PUBLIE' ? row.publieLe : null;
  return { ...row, publieLe, texte: texteSchema.parse(row.texte) };
}
