import { EntetePage, SousMenu } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../../page.js';

const PAGES = [
  { href: '/publications', libelle: 'État', administrateur: false },
  { href: '/publications/journal', libelle: 'Journal', administrateur: false },
  { href: '/publications/jetons', libelle: 'Jetons', administrateur: true },
  { href: '/publications/usages', libelle: 'Usages', administrateur: true },
  { href: '/publications/carte', libelle: 'Carte', administrateur: false },
] as const;

export type AdresseDePage = (typeof PAGES)[number]['href'];

/** Frame of the pages of publications: title, ways to the others, content. */
export function PageDeRegistre({
  titre,
  chapo,
  adresse,
  administrateur,
  children,
}: {
  titre: string;
  chapo: ReactNode;
  /** Entry of the sub-menu from which the page comes. */
  adresse: AdresseDePage;
  administrateur: boolean;
  children: ReactNode;
}): ReactNode {
  usePage(titre);
  return (
    <div className="s-publications">
      <EntetePage titre={titre} chapo={chapo} />
      <SousMenu
        libelle="Pages des publications"
        liens={PAGES.filter((page) => administrateur || !page.administrateur).map((page) => ({
          href: page.href,
          libelle: page.libelle,
          courant: page.href === adresse,
        }))}
      />
      {children}
    </div>
  );
}
