import { type Agent, auBesoin } from '@passerelle/portal-kit';
import { EntetePage } from '@passerelle/portal-ui';
import type { VueSeances } from '../route.js';

/** Brings the pages of sessions when one is opened: the entry stays light for everybody else. */
export const ChargerSeances = auBesoin<{ vue: VueSeances; agent: Agent }>(
  () => import('./pages-seances.js').then(({ PagesSeances }) => PagesSeances),
  'Ouverture des séances',
  <EntetePage titre="Séances" />,
);
