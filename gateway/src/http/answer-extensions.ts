import type { PartnerLine } from '../partners/partner-report.js';
import type { Depreciation } from '../supergraph/deprecations.js';

/** `extensions` of an answer, when it has any: nothing is written for what is empty. */
export function extensionsOf(
  partenaires: readonly PartnerLine[],
  depreciations: readonly Depreciation[] = [],
): { extensions?: Record<string, unknown> } {
  if (partenaires.length === 0 && depreciations.length === 0) return {};
  return {
    extensions: {
      ...(partenaires.length === 0 ? {} : { partenaires }),
      ...(depreciations.length === 0 ? {} : { depreciations }),
    },
  };
}
