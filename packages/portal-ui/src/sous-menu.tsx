import { type ReactNode, useEffect, useRef } from 'react';

export interface SousMenuProps {
  /** Name of the navigation: « Pages des publications ». */
  libelle: string;
  liens: readonly { href: string; libelle: string; courant: boolean }[];
}

/** Pages of one subject, side by side: links that look like tabs, each with its own address. */
export function SousMenu({ libelle, liens }: SousMenuProps): ReactNode {
  const menu = useRef<HTMLElement>(null);
  const courant = liens.find((lien) => lien.courant)?.href;
  // On a narrow screen the links scroll: the current one must be in sight.
  useEffect(() => {
    const lien = menu.current?.querySelector<HTMLElement>('[aria-current="page"]');
    const cadre = menu.current?.getBoundingClientRect();
    if (!menu.current || !lien || !cadre || courant === undefined) return;
    const place = lien.getBoundingClientRect();
    menu.current.scrollLeft += place.left - cadre.left - (cadre.width - place.width) / 2;
  }, [courant]);
  return (
    <nav ref={menu} className="p-sous-menu" aria-label={libelle}>
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
