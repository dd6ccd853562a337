import { useEffect, useState } from 'react';

/** The text once the reader has paused: one question per word rather than one per key. */
export function useTexteStable(texte: string, delaiMs = 200): string {
  const [stable, setStable] = useState(texte);
  useEffect(() => {
    const minuterie = setTimeout(() => setStable(texte), delaiMs);
    return () => clearTimeout(minuterie);
  }, [texte, delaiMs]);
  return stable;
}
