import type { EntreeDeNavigation } from '@passerelle/portal-kit';
import { type ReactNode, useEffect, useRef } from 'react';
import { estCourante, parSection } from './entrees-de-navigation.js';

export function NavigationPrincipale({
  entrees,
  chemin,
}: {
  entrees: readonly EntreeDeNavigation[];
  chemin: string;
}): ReactNode {
  const menu = useRef<HTMLElement>(null);
  // On a narrow screen the menu is a bar that scrolls: the current entry must be in sight.
  useEffect(() => {
    const courante = menu.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (menu.current && courante) {
      menu.current.scrollLeft =
        courante.offsetLeft - (menu.current.clientWidth - courante.offsetWidth) / 2;
    }
  }, [chemin]);
  return (
    <nav ref={menu} className="s-menu" id="menu" aria-label="Menu principal" tabIndex={-1}>
      {parSection(entrees).map(({ section, entrees: liste }) => (
        <div key={section} className="s-menu__section">
          {section !== '' && <p>{section}</p>}
          <ul>
            {liste.map((entree) => (
              <li key={entree.chemin}>
                <a
                  href={entree.chemin}
                  aria-current={estCourante(entree, chemin) ? 'page' : undefined}
                >
                  {entree.libelle}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
