import { Bandeau } from '@passerelle/portal-ui';
import type { ResultatPublication } from '@passerelle/publication';
import { type ReactNode, useEffect, useRef } from 'react';
import { cheminPublication } from '../../route.js';
import { RapportLu } from '../rapport/rapport.js';
import { LIBELLES_CANAL } from '../registre/lire-canal.js';
import { ServiceAttendu } from './service-attendu.js';

/** How an act ended; takes the focus, so that a keyboard or a screen reader starts from here. */
export function Issue({
  resultat,
  fait,
  surService,
}: {
  resultat: ResultatPublication;
  /** What was done, in a sentence. */
  fait: string;
  /** Gateways have answered. */
  surService: () => void;
}): ReactNode {
  const debut = useRef<HTMLDivElement>(null);
  useEffect(() => debut.current?.focus(), []);
  const { canal, numero, rapport } = resultat;
  return (
    <div ref={debut} tabIndex={-1} className="s-issue">
      <Titre resultat={resultat} fait={fait} />
      {numero !== null && !resultat.inchange && (
        <>
          <ServiceAttendu canal={canal} numero={numero} surReponse={surService} />
          <p>
            <a href={cheminPublication(canal, numero)}>Voir la publication {numero}</a>
          </p>
        </>
      )}
      <RapportLu rapport={rapport} />
    </div>
  );
}

function Titre({ resultat, fait }: { resultat: ResultatPublication; fait: string }): ReactNode {
  const { canal, numero } = resultat;
  if (resultat.inchange) {
    return (
      <Bandeau titre="Rien n’a changé." annonce="aucune">
        C’était déjà ce que le canal {LIBELLES_CANAL[canal].toLowerCase()} sert.
      </Bandeau>
    );
  }
  if (resultat.publie) {
    return (
      <Bandeau ton="ok" titre={fait} annonce="aucune">
        {numero !== null && `Publication ${numero}, canal ${LIBELLES_CANAL[canal].toLowerCase()}.`}
      </Bandeau>
    );
  }
  return (
    <Bandeau ton="alerte" titre="Le registre a refusé : rien n’a changé." annonce="aucune">
      Voici pourquoi, et ce qui passerait.
    </Bandeau>
  );
}
