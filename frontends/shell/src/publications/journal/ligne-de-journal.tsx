import { Pastille } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { MomentProche } from '../../moment-proche.js';
import { cheminPublication } from '../../route.js';
import { MarqueEditeur } from '../commun/marque-editeur.js';
import { LIBELLES_CANAL } from '../registre/lire-canal.js';
import type { LigneDeJournal } from '../registre/lire-journal.js';
import { DetailsDeLigne } from './details-de-ligne.js';
import { motDeLEvenement } from './evenements.js';

/** One line: what happened, to whom, when; its details on demand. */
export function LigneDuJournal({
  ligne,
  administrateur,
}: {
  ligne: LigneDeJournal;
  /** Publications have their own page for administrators. */
  administrateur: boolean;
}): ReactNode {
  const [ouverte, setOuverte] = useState(false);
  const { libelle, ton } = motDeLEvenement(ligne.evenement);
  return (
    <li>
      <div className="s-ligne">
        <p className="s-sans-fin">
          <MarqueEditeur editeur={ligne.editeur} /> {ligne.resume}
        </p>
        <small>
          <MomentProche iso={ligne.le} />, {ligne.par}
          {ligne.canal !== null && `, ${LIBELLES_CANAL[ligne.canal].toLowerCase()}`}
          {ligne.numero !== null && ligne.canal !== null && (
            <>
              {', '}
              {administrateur ? (
                <a href={cheminPublication(ligne.canal, ligne.numero)}>
                  publication {ligne.numero}
                </a>
              ) : (
                `publication ${ligne.numero}`
              )}
            </>
          )}
        </small>
        <details onToggle={(evenement) => setOuverte(evenement.currentTarget.open)}>
          <summary>
            Détail<span className="p-hors-ecran"> de la ligne {ligne.rang}</span>
          </summary>
          {ouverte && <DetailsDeLigne ligne={ligne} />}
        </details>
      </div>
      <Pastille ton={ton}>{libelle}</Pastille>
    </li>
  );
}
