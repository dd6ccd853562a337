import type { AnchorHTMLAttributes, ReactElement, Ref } from 'react';
import { useChemin } from './chemin.js';

export interface ProprietesLien extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  ref?: Ref<HTMLAnchorElement>;
}

/**
 * A true link, which knows when it leads to the page being read. `suivreLesLiens` makes it, like
 * any plain link of the document, change page without reloading.
 */
export function Lien({ children, ...reste }: ProprietesLien): ReactElement {
  const { chemin } = useChemin();
  return (
    <a aria-current={reste.href === chemin ? 'page' : undefined} {...reste}>
      {children}
    </a>
  );
}
