import { useState } from 'react';

/**
 * What was last read of something, kept in sight when a later reading brings nothing of it because
 * its house is away. `lueA` of the reading says since when.
 *
 * @param lu - what the present reading brings; null when it brings nothing
 * @returns the present value, or the last one, or null when there never was one
 */
export function useDerniereLecture<Valeur>(lu: Valeur | null): Valeur | null {
  const [gardee, setGardee] = useState(lu);
  if (lu !== null && lu !== gardee) setGardee(lu);
  return lu ?? gardee;
}
