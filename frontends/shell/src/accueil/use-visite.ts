import { type Agent, client, useDocumentsDuSuivi } from '@passerelle/portal-kit';
import { useEffect, useState } from 'react';
import { derniereVisite } from './derniere-visite.js';

/**
 * When this agent last came, before the present visit: as their house keeps it, whatever the
 * device; as this device remembers it while the house is away, or for who has none.
 */
export function useVisite({ sujet }: Agent, maintenant: Date): Date | null {
  const documents = useDocumentsDuSuivi();
  const [visite, setVisite] = useState(() => derniereVisite(sujet, maintenant));
  useEffect(() => {
    if (documents === null) return;
    let abandonnee = false;
    void client
      .mutation(documents.noterVisite, {})
      .toPromise()
      .then(({ data }) => {
        const precedente = data?.acte?.suivi?.visitePrecedente;
        if (!abandonnee && precedente) setVisite(new Date(precedente));
      });
    return () => {
      abandonnee = true;
    };
  }, [documents]);
  return visite;
}
