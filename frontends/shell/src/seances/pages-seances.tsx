import type { Agent } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import { PageDecisions } from '../decisions/page-decisions.js';
import type { VueSeances } from '../route.js';
import { PageDossier } from './dossier/page-dossier.js';
import { PageSeances } from './liste/page-seances.js';
import { PageSeance } from './seance/page-seance.js';

/** The pages of sessions and decisions, brought together by one file. */
export function PagesSeances({ vue, agent }: { vue: VueSeances; agent: Agent }): ReactNode {
  switch (vue.nom) {
    case 'liste':
      return <PageSeances agent={agent} />;
    case 'seance':
      return <PageSeance key={vue.id} id={vue.id} agent={agent} />;
    case 'dossier':
      return <PageDossier key={vue.id} id={vue.id} />;
    case 'decisions':
      return <PageDecisions />;
  }
}
