import { EtatErreur, JourDesNoms } from '@passerelle/portal-ui';
import { Component, type ReactNode } from 'react';
import { type Client, Provider } from 'urql';
import { useJourDuPortail } from '../date/jour-du-portail.js';
import { client } from '../graphe/client.js';

/** What every React root of the portal needs: the one client, the day shown, a wall around failures. */
export function Cadre({
  children,
  client: auNomDe = client,
}: {
  children: ReactNode;
  /** The portal's client, asking in a module's name. */
  client?: Client;
}): ReactNode {
  const { le } = useJourDuPortail();
  return (
    <Provider value={auNomDe}>
      <JourDesNoms value={le}>
        <Cloison>{children}</Cloison>
      </JourDesNoms>
    </Provider>
  );
}

/** A failure stays where it happened; the rest of the page keeps working. */
class Cloison extends Component<{ children: ReactNode }, { tombee: boolean }> {
  override state = { tombee: false };

  static getDerivedStateFromError(): { tombee: boolean } {
    return { tombee: true };
  }

  override render(): ReactNode {
    if (!this.state.tombee) return this.props.children;
    return (
      <EtatErreur
        titre="Cette partie de la page s’est arrêtée"
        message="Le reste de la page fonctionne. Ce que vous avez saisi est gardé sur ce poste."
        onReessayer={() => this.setState({ tombee: false })}
      />
    );
  }
}
