import { useEffect, useState } from 'react';

export interface DerniereLecture<Valeur> {
  valeur: Valeur;
  /** When it was read. */
  le: Date;
}

/**
 * What was last read of something, kept in sight when a later reading brings nothing of it because
 * its house is away.
 *
 * @param lu - what the present reading brings; null when it brings nothing
 * @param enLecture - a reading is under way: its answer is not there yet
 * @returns the present value with its hour, the last one, or null when there never was one
 */
export function useDerniereLecture<Valeur>(
  lu: Valeur | null,
  enLecture: boolean,
): DerniereLecture<Valeur> | null {
  const [gardee, setGardee] = useState<DerniereLecture<Valeur> | null>(null);
  useEffect(() => {
    if (lu !== null && !enLecture) setGardee({ valeur: lu, le: new Date() });
  }, [lu, enLecture]);
  return lu === null ? gardee : { valeur: lu, le: gardee?.le ?? new Date() };
}
