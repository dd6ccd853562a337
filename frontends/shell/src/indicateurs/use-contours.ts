import { useLecture } from '@passerelle/portal-kit';
import { useMemo } from 'react';
import { ContoursEnVigueurDocument, type ContoursEnVigueurQuery } from '../generated/graphql.js';
import { type Contours, tracer } from './contours.js';
import { lireTraces } from './traces.js';

export interface ContoursEnVigueur {
  /** Null while there are none, and when the État cannot be reached: the tiles stay. */
  readonly dessin: Contours | null;
  readonly reference: ContoursEnVigueurQuery['contours'];
  readonly relancer: () => void;
}

/** The outlines that the État's service keeps, ready to be drawn. */
export function useContours(
  territoires: readonly { readonly code: string; readonly nom: string }[],
): ContoursEnVigueur {
  const { donnees, relancer } = useLecture(ContoursEnVigueurDocument, {});
  const reference = donnees?.contours ?? null;
  const dessin = useMemo(() => {
    if (reference === null || reference.traces.length === 0) return null;
    const noms = new Map(territoires.map(({ code, nom }) => [code, nom]));
    return tracer(lireTraces(reference.traces, (code) => noms.get(code)));
  }, [reference, territoires]);
  return { dessin, reference, relancer };
}
