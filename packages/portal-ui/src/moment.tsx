import type { ReactNode } from 'react';

export interface MomentProps {
  /** ISO 8601 date or instant. */
  iso: string;
  /** In words near: « hier, 17:42 ». */
  proche: string;
  /** Exact, on hover and in print. */
  exact: string;
}

export function Moment({ iso, proche, exact }: MomentProps): ReactNode {
  return (
    <time className="p-moment" dateTime={iso} title={exact}>
      <span className="p-ecran">{proche}</span>
      <span className="p-imprime">{exact}</span>
    </time>
  );
}
