import type { Agent } from '@passerelle/portal-kit';
import { Bouton, EntetePage, EtatErreur, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { usePage } from '../page.js';
import type { VuePublications } from '../route.js';

type Pages = typeof import('./publications.js')['Publications'];

/** Role that answers for what its house publishes. */
export function estAdministrateur(agent: Agent | null): boolean {
  return agent?.roles.includes('administrateur') ?? false;
}

/** Brings the pages of publications when one is opened: the other readers never download them. */
export function ChargerPublications({
  vue,
  agent,
}: {
  vue: VuePublications;
  agent: Agent;
}): ReactNode {
  const [Pages, setPages] = useState<Pages | 'echec' | null>(null);
  useEffect(() => {
    let parti = false;
    import('./publications.js').then(
      ({ Publications }) => {
        if (!parti) setPages(() => Publications);
      },
      (cause: unknown) => {
        console.error(cause);
        if (!parti) setPages('echec');
      },
    );
    return () => {
      parti = true;
    };
  }, []);
  if (Pages === null) return <Squelette libelle="Ouverture des publications" lignes={10} />;
  if (Pages === 'echec') return <PagesAbsentes />;
  return <Pages vue={vue} agent={agent} administrateur={estAdministrateur(agent)} />;
}

function PagesAbsentes(): ReactNode {
  usePage('Publications');
  return (
    <>
      <EntetePage titre="Publications" />
      <EtatErreur
        titre="Cette page n’a pas pu être chargée"
        message="Le portail a peut-être été publié à nouveau depuis que cet onglet est ouvert. Rechargez-le : vos brouillons sont gardés sur ce poste."
        actions={<Bouton onPress={() => location.reload()}>Recharger la page</Bouton>}
      />
    </>
  );
}
