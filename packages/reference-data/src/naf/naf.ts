import { readFileSync } from 'node:fs';
import { type SectionNaf, sectionOfDivision } from './sections-naf.js';

export type NiveauNaf = 'DIVISION' | 'GROUPE' | 'CLASSE' | 'SOUS_CLASSE';

/**
 * Version of the codes: NAF 2025 replaces rév. 2 on 1 January 2027 (decree 2025-736) and reuses
 * numbers with another meaning, so a stored code without its nomenclature would become ambiguous.
 */
export const NOMENCLATURE_NAF = 'NAF_REV_2';

export interface Naf {
  /** As INSEE writes it: `10`, `10.7`, `10.71`, `10.71C`. */
  readonly code: string;
  readonly libelle: string;
  readonly niveau: NiveauNaf;
  readonly section: SectionNaf;
  readonly nomenclature: typeof NOMENCLATURE_NAF;
}

/** What the build writes: code → label. */
export type CompactNaf = Readonly<Record<string, string>>;

let labels: ReadonlyMap<string, string> | undefined;

/**
 * An activity of the NAF rév. 2, from a division to a sub-class; null when the code does not exist.
 *
 * @param code - with or without its dot and in either case: `10.71C`, `1071c`
 * @source INSEE via @socialgouv/codes-naf (Apache-2.0)
 */
export function naf(code: string): Naf | null {
  const canonical = canonicalNaf(code);
  const libelle = canonical === null ? undefined : readLabels().get(canonical);
  if (canonical === null || libelle === undefined) return null;
  const section = sectionOfDivision(Number(canonical.slice(0, 2)));
  if (!section) return null;
  return {
    code: canonical,
    libelle,
    niveau: niveauOf(canonical),
    section,
    nomenclature: NOMENCLATURE_NAF,
  };
}

/** The NAF carries the codes with a dot, Sirene without: both designate the same activity. */
function canonicalNaf(code: string): string | null {
  const parts = /^(\d{2})(?:\.?(\d{1,2}[A-Z]?))?$/.exec(code.trim().toUpperCase());
  if (!parts) return null;
  const [, division, rest] = parts;
  return rest === undefined ? `${division}` : `${division}.${rest}`;
}

function niveauOf(canonical: string): NiveauNaf {
  switch (canonical.length) {
    case 2:
      return 'DIVISION';
    case 4:
      return 'GROUPE';
    case 5:
      return 'CLASSE';
    default:
      return 'SOUS_CLASSE';
  }
}

function readLabels(): ReadonlyMap<string, string> {
  if (!labels) {
    // Written by our own build next to this file: its shape is a type, not an input.
    const extract = JSON.parse(
      readFileSync(new URL('./donnees/naf-rev-2.json', import.meta.url), 'utf8'),
    ) as CompactNaf;
    labels = new Map(Object.entries(extract));
  }
  return labels;
}
