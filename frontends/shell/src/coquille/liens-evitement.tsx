import type { ReactNode } from 'react';

/** First in the order of tabulation: the three places of the page. */
export function LiensEvitement({ menu }: { menu: boolean }): ReactNode {
  return (
    <nav className="s-evitement" aria-label="Accès rapide">
      <ul>
        <li>
          <a href="#contenu">Contenu</a>
        </li>
        {menu && (
          <li>
            <a href="#menu">Menu</a>
          </li>
        )}
        <li>
          <a href="#pied">Pied de page</a>
        </li>
      </ul>
    </nav>
  );
}
