import type { ReactNode } from 'react';

export interface SousMenuProps {
  /** Name of the navigation: « Pages des publications ». */
  libelle: string;
  liens: readonly { href: string; libelle: string; courant: boolean }[];
}

/** Pages of one subject, side by side: links that look like tabs, each with its own address. */
export function SousMenu({ libelle, liens }: SousMenuProps): ReactNode {
  return (
    <nav className="p-sous-menu" aria-label={libelle}>
      <ul>
        {liens.map((lien) => (
          <li key={lien.href}>
            <a href={lien.href} aria-current={lien.courant ? 'page' : undefined}>
              {lien.libelle}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
