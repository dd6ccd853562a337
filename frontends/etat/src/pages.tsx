import { useChemin } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import { PageAnnuaire } from './annuaire/page-annuaire.js';
import { PageInstances } from './instances/page-instances.js';
import { PageCouverture } from './memoire/page-couverture.js';
import { PageFrise } from './memoire/page-frise.js';
import { PageTextes } from './memoire/page-textes.js';
import { PageSituation } from './situation/page-situation.js';
import { PageSituations } from './situation/page-situations.js';
import { PageTravail } from './situation/page-travail.js';

const PAGES: readonly (readonly [chemin: string, page: () => ReactNode])[] = [
  ['/annuaire', PageAnnuaire],
  ['/frise', PageFrise],
  ['/textes', PageTextes],
  ['/couverture', PageCouverture],
  ['/situation', PageSituations],
];

/** The module's own pages, by the address that the shell gave it. */
export function Pages(): ReactNode {
  const { chemin } = useChemin();
  const situation = /^\/situation\/([a-z0-9-]{1,60})$/i.exec(chemin)?.[1];
  if (situation?.startsWith('travail-')) return <PageTravail id={situation} />;
  if (situation !== undefined) return <PageSituation id={situation} />;
  const [, Page = PageInstances] = PAGES.find(([debut]) => chemin.startsWith(debut)) ?? [];
  return <Page />;
}
