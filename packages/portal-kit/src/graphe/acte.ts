import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { signalerSaisie } from '../brouillon/saisies.js';
import { refusHorsDuPresent } from '../date/actes-au-present.js';
import { type ErreurLisible, erreurLisible } from './erreur-lisible.js';

export type ResultatActe<Donnees> =
  | { ok: true; donnees: Donnees }
  | { ok: false; erreur: ErreurLisible };

/**
 * Asks the graph to change something. A refusal by the rules of the domain is in the data, as the
 * mutation's payload says; `erreur` is for what did not reach them.
 *
 * @param options.aTouteDate - for what the reader keeps for themselves; any other act is refused here
 *   while the portal is shown at another day than the present one
 */
export function useActe<Donnees, Variables extends AnyVariables>(
  document: TypedDocumentNode<Donnees, Variables>,
  { aTouteDate = false }: { aTouteDate?: boolean } = {},
): { executer: (variables: Variables) => Promise<ResultatActe<Donnees>>; enCours: boolean } {
  const client = useClient();
  const [enCours, setEnCours] = useState(false);
  const executer = useCallback(
    async (variables: Variables): Promise<ResultatActe<Donnees>> => {
      const horsDuPresent = aTouteDate ? null : refusHorsDuPresent();
      if (horsDuPresent) return { ok: false, erreur: horsDuPresent };
      setEnCours(true);
      const finir = signalerSaisie('fragile');
      try {
        const resultat = await client.mutation(document, variables).toPromise();
        if (resultat.error) return { ok: false, erreur: erreurLisible(resultat.error) };
        if (resultat.data === undefined || resultat.data === null) {
          return { ok: false, erreur: erreurLisible(null) };
        }
        return { ok: true, donnees: resultat.data };
      } finally {
        finir();
        setEnCours(false);
      }
    },
    [client, document, aTouteDate],
  );
  return { executer, enCours };
}

/**
 * A key that makes a change count once, however often it is sent. `randomUUID` exists only on
 * secure pages; a portal served over plain HTTP on a local network has `getRandomValues`.
 */
export function nouvelleCleIdempotence(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
