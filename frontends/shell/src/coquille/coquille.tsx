import {
  AuJourMontre,
  BandeauPartenaires,
  BandeauSession,
  BandeauSurcharges,
  BandeauVersion,
  Cadre,
  lireRegistre,
  useChemin,
  useSession,
} from '@passerelle/portal-kit';
import { Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { demarrerModules } from '../applications.js';
import { attribuerLettres } from '../raccourcis/attribuer-lettres.js';
import { useRaccourcisActifs } from '../raccourcis/preference.js';
import { TableauRaccourcis } from '../raccourcis/tableau-raccourcis.js';
import { useRaccourcis } from '../raccourcis/use-raccourcis.js';
import { resoudreRoute } from '../route.js';
import { BandeauDate } from './bandeau-date.js';
import { Contenu } from './contenu.js';
import { Entete } from './entete.js';
import { entreesDeNavigation } from './entrees-de-navigation.js';
import { LiensEvitement } from './liens-evitement.js';
import { NavigationPrincipale } from './navigation-principale.js';
import { PiedDePage } from './pied-de-page.js';

/** The frame of every page. */
export function Coquille(): ReactNode {
  const { modules } = lireRegistre();
  const { chemin } = useChemin();
  const session = useSession();
  const agent = 'agent' in session ? session.agent : null;
  const connecte = agent !== null;
  const route = resoudreRoute(chemin, modules);
  const entrees = useMemo(() => entreesDeNavigation(modules, agent?.roles ?? []), [modules, agent]);
  const raccourcis = useMemo(() => attribuerLettres(entrees), [entrees]);
  const champRecherche = useRef<HTMLInputElement>(null);
  const [aide, setAide] = useState(false);

  useEffect(() => {
    if (connecte) demarrerModules(modules);
  }, [connecte, modules]);
  useRaccourcis(useRaccourcisActifs() && connecte, raccourcis, {
    chercher: () => champRecherche.current?.focus(),
    aide: () => setAide(true),
  });

  return (
    <>
      <LiensEvitement menu={connecte} />
      <Entete
        agent={agent}
        anonyme={session.statut === 'anonyme'}
        champRecherche={champRecherche}
        onAideRaccourcis={() => setAide(true)}
      />
      <div className={connecte ? 's-cadre' : 's-cadre s-cadre--sans-menu'}>
        {connecte && <NavigationPrincipale entrees={entrees} chemin={chemin} />}
        <main className="s-contenu" id="contenu" tabIndex={-1}>
          <BandeauDate />
          <BandeauSurcharges />
          <BandeauVersion />
          <BandeauSession />
          <BandeauPartenaires />
          {/* A page that fails leaves the header, the menu and the next page alone. */}
          <Cadre key={route.page === 'module' ? route.module.nom : chemin}>
            <AuJourMontre>
              <Contenu route={route} session={session} chemin={chemin} />
            </AuJourMontre>
          </Cadre>
        </main>
      </div>
      <PiedDePage />
      <Dialogue ouvert={aide} onFermer={() => setAide(false)} titre="Raccourcis clavier">
        <TableauRaccourcis raccourcis={raccourcis} />
      </Dialogue>
    </>
  );
}
