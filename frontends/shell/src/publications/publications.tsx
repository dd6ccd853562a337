import type { Agent } from '@passerelle/portal-kit';
import type { ReactNode } from 'react';
import type { VuePublications } from '../route.js';
import { PageCarte } from './carte/page-carte.js';
import { PageDeRegistre } from './commun/page-de-registre.js';
import { ReserveAuxAdministrateurs } from './commun/reserve-aux-administrateurs.js';
import { PageEtat } from './etat/page-etat.js';
import { PageJetons } from './jetons/page-jetons.js';
import { PageJournal } from './journal/page-journal.js';
import { PagePublication } from './publication/page-publication.js';
import { PageUsages } from './usages/page-usages.js';

/**
 * The pages of publications: loaded only when somebody opens one. An agent who is not an
 * administrator reads the state, the journal and the requests about the map; the registry decides,
 * this only hides the rest.
 */
export function Publications({
  vue,
  agent,
  administrateur,
}: {
  vue: VuePublications;
  agent: Agent;
  administrateur: boolean;
}): ReactNode {
  if (vue.nom === 'etat') return <PageEtat agent={agent} administrateur={administrateur} />;
  if (vue.nom === 'journal') return <PageJournal administrateur={administrateur} />;
  if (vue.nom === 'carte') return <PageCarte agent={agent} administrateur={administrateur} />;
  if (!administrateur) {
    return (
      <PageDeRegistre
        titre="Publications"
        adresse="/publications"
        administrateur={false}
        chapo={<p>Ce que chaque maison publie, et ce que les passerelles servent.</p>}
      >
        <ReserveAuxAdministrateurs />
      </PageDeRegistre>
    );
  }
  switch (vue.nom) {
    case 'publication':
      return (
        <PagePublication key={`${vue.canal} ${vue.numero}`} canal={vue.canal} numero={vue.numero} />
      );
    case 'jetons':
      return <PageJetons />;
    case 'usages':
      return <PageUsages agent={agent} />;
  }
}
