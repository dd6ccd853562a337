import { Fragment, type ReactNode } from 'react';
import { useJourDuPortail } from './jour-du-portail.js';

/** What depends on the day shown: drawn again from the start when the reader changes it. */
export function AuJourMontre({ children }: { children: ReactNode }): ReactNode {
  const { le } = useJourDuPortail();
  return <Fragment key={le}>{children}</Fragment>;
}
