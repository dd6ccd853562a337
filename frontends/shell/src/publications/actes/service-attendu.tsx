import type { Canal } from '@passerelle/publication';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { lireReponses } from '../registre/lire-reponses.js';
import { useRegistre } from '../registre/use-registre.js';
import { phraseDeService } from './phrase-de-service.js';

/** Gateways take a publication in a second or two: beyond, the page says how far they are. */
const ATTENTE_MS = 10_000;

/** Waits for the connected gateways, then says who serves what was just published. */
export function ServiceAttendu({
  canal,
  numero,
  surReponse,
}: {
  canal: Canal;
  numero: number;
  /** What the page shows of the gateways is to be read again. */
  surReponse: () => void;
}): ReactNode {
  const { donnees, erreur } = useRegistre(
    `/v1/publications/${canal}/${numero}/acquittements?attendreMs=${ATTENTE_MS}`,
    lireReponses,
  );
  const prevenir = useEffectEvent(surReponse);
  useEffect(() => {
    if (donnees !== null) prevenir();
  }, [donnees]);
  return (
    <p role="status">
      {donnees !== null && phraseDeService(donnees)}
      {donnees === null &&
        (erreur === null
          ? 'Attente des passerelles…'
          : 'Les réponses des passerelles n’ont pas pu être lues : voyez la page de la publication.')}
    </p>
  );
}
