import type { Session } from '@passerelle/portal-kit';
import { Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { PageAccueil } from '../accueil/page-accueil.js';
import { PageAide } from '../aide/page-aide.js';
import { PageEngagement } from '../engagement/page-engagement.js';
import { PageFiche, PageFiches } from '../fiches/pages-fiches.js';
import {
  PageComparer,
  PageIndicateur,
  PageIndicateurs,
} from '../indicateurs/pages-a-la-demande.js';
import { ConnexionNecessaire } from '../pages/connexion-necessaire.js';
import { PageAccessibilite } from '../pages/page-accessibilite.js';
import { PageDonneesPersonnelles } from '../pages/page-donnees-personnelles.js';
import { PageInconnue } from '../pages/page-inconnue.js';
import { PageMentionsLegales } from '../pages/page-mentions-legales.js';
import { PageProtocole } from '../protocole/page-protocole.js';
import { PagePublique } from '../public/page-publique.js';
import { ChargerPublications } from '../publications/charger-publications.js';
import { PageRecherche } from '../recherche/page-recherche.js';
import { estPublique, type Route } from '../route.js';
import { ChargerSeances } from '../seances/charger-seances.js';
import { PageSuivi } from '../suivi/page-suivi.js';
import { PageTerritoire } from '../territoires/page-territoire.js';
import { PageTerritoires } from '../territoires/page-territoires.js';
import { PageTexte } from '../texte/page-a-la-demande.js';
import { PageModule } from './page-module.js';

/** The page that an address shows to this reader. */
export function Contenu({
  route,
  session,
  chemin,
}: {
  route: Route;
  session: Session;
  chemin: string;
}): ReactNode {
  if (!estPublique(route)) {
    if (session.statut === 'inconnue')
      return <Squelette libelle="Ouverture du portail" lignes={8} />;
    if (session.statut === 'anonyme') {
      return route.page === 'accueil' ? <PagePublique /> : <ConnexionNecessaire />;
    }
  }
  switch (route.page) {
    case 'accueil':
      return 'agent' in session ? <PageAccueil agent={session.agent} /> : null;
    case 'protocole':
      return <PageProtocole />;
    case 'texte':
      return <PageTexte />;
    case 'engagement':
      return <PageEngagement key={route.code} code={route.code} />;
    case 'fiches':
      return <PageFiches />;
    case 'fiche':
      return <PageFiche key={route.id} maison={route.maison} id={route.id} />;
    case 'territoires':
      return <PageTerritoires />;
    case 'comparer':
      return <PageComparer />;
    case 'indicateurs':
      return <PageIndicateurs />;
    case 'indicateur':
      return (
        <PageIndicateur
          key={`${route.partenaire}-${route.code}`}
          partenaire={route.partenaire}
          code={route.code}
        />
      );
    case 'territoire':
      return (
        <PageTerritoire
          key={`${route.maille}-${route.code}`}
          maille={route.maille}
          code={route.code}
        />
      );
    case 'suivi':
      return 'agent' in session ? <PageSuivi agent={session.agent} /> : null;
    case 'recherche':
      return <PageRecherche />;
    case 'seances':
      return 'agent' in session ? <ChargerSeances vue={route.vue} agent={session.agent} /> : null;
    case 'publications':
      return 'agent' in session ? (
        <ChargerPublications vue={route.vue} agent={session.agent} />
      ) : null;
    case 'module':
      return <PageModule key={route.module.nom} module={route.module} titre={route.route.titre} />;
    case 'aide':
      return <PageAide />;
    case 'accessibilite':
      return <PageAccessibilite />;
    case 'mentions-legales':
      return <PageMentionsLegales />;
    case 'donnees-personnelles':
      return <PageDonneesPersonnelles />;
    case 'inconnue':
      return <PageInconnue chemin={chemin} />;
  }
}
