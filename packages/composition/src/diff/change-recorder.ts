import { CHANGE_CATALOGUE, type GraphChangeCode } from './change-catalogue.js';
import type { GraphChange, Severite } from './graph-change.js';
import { removalDateOf } from './removal-date.js';

/** Partner that answers for a coordinate. */
export type PartenaireDe = (coordonnee: string) => string | undefined;

interface Details {
  readonly avant?: string | undefined;
  readonly apres?: string | undefined;
  /** When the place decides and not the kind: a value that clients only receive. */
  readonly severite?: Severite;
}

/** Something that has a description and may be deprecated. */
export interface Documented {
  readonly description?: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}

export class ChangeRecorder {
  readonly changes: GraphChange[] = [];

  constructor(private readonly partenaireDe: PartenaireDe) {}

  note(code: GraphChangeCode, coordonnee: string, details: Details = {}): void {
    this.changes.push(graphChange(code, coordonnee, details, this.partenaireDe(coordonnee)));
  }

  documented(coordonnee: string, before: Documented, after: Documented): void {
    if ((before.description ?? '') !== (after.description ?? '')) {
      this.note('DESCRIPTION_CHANGEE', coordonnee);
    }
    const avant = before.deprecationReason ?? undefined;
    const apres = after.deprecationReason ?? undefined;
    if (avant === apres) return;
    if (avant === undefined) this.note('DEPRECIATION_AJOUTEE', coordonnee, { apres });
    else if (apres === undefined) this.note('DEPRECIATION_RETIREE', coordonnee, { avant });
    else {
      const promised = removalDateOf(avant);
      const next = removalDateOf(apres);
      if (promised !== null && next !== null && next < promised) {
        this.note('DATE_DE_RETRAIT_AVANCEE', coordonnee, { avant: promised, apres: next });
      } else this.note('DEPRECIATION_CHANGEE', coordonnee, { avant, apres });
    }
  }
}

export function graphChange(
  code: GraphChangeCode,
  coordonnee: string,
  { avant, apres, severite }: Details = {},
  partenaire?: string,
): GraphChange {
  const entry = CHANGE_CATALOGUE[code];
  return {
    code,
    coordonnee,
    severite: severite ?? entry.severite,
    ...(partenaire === undefined ? {} : { partenaire }),
    ...(avant === undefined ? {} : { avant }),
    ...(apres === undefined ? {} : { apres }),
    message: entry.message({ coordonnee, avant: avant ?? 'rien', apres: apres ?? 'rien' }),
    remede: entry.remede,
  };
}
