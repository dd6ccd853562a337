import { Carte } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

const LIRE =
  'curl -H "Authorization: Bearer $PASSERELLE_JETON" "$PASSERELLE_REGISTRE/v1/carte" > carte.json';
const PROPOSER =
  'curl -X POST -H "Authorization: Bearer $PASSERELLE_JETON" -H "Content-Type: application/json" --data @demande.json "$PASSERELLE_REGISTRE/v1/carte/demandes"';

/** A change of the map is proposed from a file: this page says how. */
export function Proposer(): ReactNode {
  return (
    <Carte titre="Proposer un changement">
      <p>
        Un changement se propose depuis un fichier, avec un jeton d’administration de votre maison :
        lisez la carte, changez-la, puis envoyez <code>demande.json</code>, qui contient{' '}
        <code>proposition</code> (la carte entière) et <code>motif</code>. Les maisons concernées
        répondent ici.
      </p>
      <p className="s-commande">
        <code>{LIRE}</code>
      </p>
      <p className="s-commande">
        <code>{PROPOSER}</code>
      </p>
    </Carte>
  );
}
