import { type Agent, seConnecter } from '@passerelle/portal-kit';
import { Bouton } from '@passerelle/portal-ui';
import type { ReactNode, Ref } from 'react';
import { RechercheGenerale } from '../recherche/recherche-generale.js';
import { LienNotifications } from '../suivi/lien-notifications.js';
import { ChoixDuJour } from './choix-du-jour.js';
import { Marque } from './marque.js';
import { MenuAgent } from './menu-agent.js';

export function Entete({
  agent,
  anonyme,
  champRecherche,
  onAideRaccourcis,
}: {
  agent: Agent | null;
  /** Known not to be signed in, as opposed to not known yet. */
  anonyme: boolean;
  champRecherche: Ref<HTMLInputElement>;
  onAideRaccourcis: () => void;
}): ReactNode {
  return (
    <header className="s-barre">
      <Marque />
      {agent !== null && <RechercheGenerale champ={champRecherche} />}
      {agent !== null && <ChoixDuJour />}
      <div className="s-barre__fin">
        {agent !== null && <LienNotifications agent={agent} />}
        <MenuAgent agent={agent} onAideRaccourcis={onAideRaccourcis} />
        {anonyme && <Bouton onPress={() => seConnecter()}>Se connecter</Bouton>}
      </div>
    </header>
  );
}
