import type { ReactNode } from 'react';

/** `sha256:3f9c…` as its first digits; the whole of it on hover. */
export function Empreinte({ valeur }: { valeur: string }): ReactNode {
  return <code title={valeur}>{valeur.replace(/^sha256:/, '').slice(0, 12)}…</code>;
}

/** A commit, as short as people quote it; what is not a hash is shown whole. */
export function Commit({ valeur }: { valeur: string }): ReactNode {
  const court = /^[0-9a-f]{12,}$/i.test(valeur) ? valeur.slice(0, 8) : valeur;
  return <code title={valeur}>{court}</code>;
}
