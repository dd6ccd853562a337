import { type Agent, seDeconnecter } from '@passerelle/portal-kit';
import { CHOIX_THEME, Menu, useTheme } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { activerRaccourcis, useRaccourcisActifs } from '../raccourcis/preference.js';

/** Who is here, and the few settings that belong to the reader. */
export function MenuAgent({
  agent,
  onAideRaccourcis,
}: {
  agent: Agent | null;
  onAideRaccourcis: () => void;
}): ReactNode {
  const [theme, choisirTheme] = useTheme();
  const raccourcis = useRaccourcisActifs();
  const nom = [agent?.prenom, agent?.nom].filter(Boolean).join(' ');
  const apparence = {
    titre: 'Apparence',
    elements: CHOIX_THEME.map(({ cle, libelle }) => ({
      cle,
      libelle,
      coche: theme === cle,
      onAction: () => choisirTheme(cle),
    })),
  };
  const clavier = {
    titre: 'Clavier',
    elements: [
      { cle: 'aide', libelle: 'Voir les raccourcis', onAction: onAideRaccourcis },
      {
        cle: 'raccourcis',
        libelle: 'Raccourcis à une touche',
        coche: raccourcis,
        onAction: () => activerRaccourcis(!raccourcis),
      },
    ],
  };
  const session = {
    titre: 'Session',
    elements: [{ cle: 'quitter', libelle: 'Se déconnecter', onAction: seDeconnecter }],
  };
  return (
    <Menu
      libelle={agent ? 'Réglages et déconnexion' : 'Affichage'}
      sections={agent ? [apparence, clavier, session] : [apparence]}
    >
      {agent ? (
        <span className="s-agent">
          <span>{agent.organisation}</span>
          <small>
            {nom}
            {agent.fonction !== '' && `, ${agent.fonction}`}
          </small>
          <span className="p-hors-ecran">, réglages et déconnexion</span>
        </span>
      ) : (
        'Affichage'
      )}
    </Menu>
  );
}
