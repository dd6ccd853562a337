import type { Partenaire } from '@passerelle/portal-ui';
import { PARTENAIRES } from '@passerelle/portal-ui';
import {
  type AnyVariables,
  createRequest,
  stringifyVariables,
  type TypedDocumentNode,
} from '@urql/core';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { type Mouvement, useMouvements } from '../mouvements/mouvements.js';
import { usePartenaires, useRetourPartenaire } from '../partenaires/etat-partenaires.js';
import { type ErreurLisible, erreurLisible } from './erreur-lisible.js';
import {
  type InstantsDeLecture,
  instantsDe,
  type Manque,
  manqueEntier,
  manquesDe,
} from './manques.js';
import { recommencer } from './recommencer.js';

export interface Lecture<Donnees> {
  /** Last known data for these variables: kept on screen when a later reading fails. */
  donnees: Donnees | undefined;
  /** Nothing to show yet: the skeleton's turn. */
  enCours: boolean;
  /** A newer answer is on its way; what is shown stays. */
  rafraichissement: boolean;
  /** Nothing came, or a whole field of the query did not: the page has nothing to show of it. */
  erreur: ErreurLisible | null;
  /** Places of `donnees` that are empty because a partner's reading failed, not for want of data. */
  manques: readonly Manque[];
  /** Among the partners concerned, those that do not answer at this moment. */
  manquants: readonly Partenaire[];
  /** When each house last answered its part: the hour of what stays in sight once it is away. */
  lueA: InstantsDeLecture;
  /** Reads again: what comes was read after this call, even when a reading was under way. */
  relancer: () => void;
}

export interface OptionsLecture {
  pause?: boolean;
  /** Partners whose data is read: named when missing, read again when back. All by default. */
  partenaires?: readonly Partenaire[];
  /** Read again when this contribution moved, here or in another browser. */
  mouvements?: (mouvement: Mouvement) => boolean;
}

const JAMAIS = (): boolean => false;

/** Reads the graph and stays true: when a partner comes back, when a contribution moves. */
export function useLecture<Donnees, Variables extends AnyVariables>(
  document: TypedDocumentNode<Donnees, Variables>,
  variables: Variables,
  options: OptionsLecture = {},
): Lecture<Donnees> {
  const { pause = false, partenaires = PARTENAIRES, mouvements = JAMAIS } = options;
  const client = useClient();
  const [resultat, executer] = useQuery<Donnees, AnyVariables>({
    query: document,
    variables,
    pause,
  });
  const etats = usePartenaires();
  const cle = stringifyVariables(variables);
  // After a change of variables urql still holds the data of the previous ones for a moment.
  const estDIci = stringifyVariables(resultat.operation?.variables) === cle;
  const recues = estDIci ? (resultat.data ?? undefined) : undefined;
  const [connues, setConnues] = useState<{ cle: string; donnees: Donnees } | null>(null);
  if (recues !== undefined && connues?.donnees !== recues) setConnues({ cle, donnees: recues });

  const relancer = (): void => {
    if (pause) return;
    const { key } = createRequest(document, variables);
    if (!recommencer(client, key)) executer({ requestPolicy: 'network-only' });
  };
  useRetourPartenaire((partenaire) => {
    if (partenaires.includes(partenaire)) relancer();
  });
  useMouvements((mouvement) => {
    const concernee =
      mouvement.nature === 'reprise'
        ? partenaires.includes(mouvement.partenaire)
        : mouvements(mouvement);
    if (concernee) relancer();
  }, mouvements !== JAMAIS);

  const donnees = recues ?? (connues?.cle === cle ? connues.donnees : undefined);
  const erreur = estDIci ? resultat.error : undefined;
  const manques = estDIci ? manquesDe(resultat.operation) : [];
  const entier = manqueEntier(manques, donnees);
  return {
    donnees,
    enCours: donnees === undefined && !pause && erreur === undefined,
    rafraichissement: resultat.fetching || resultat.stale,
    erreur: erreur ? erreurLisible(erreur) : (entier?.erreur ?? null),
    manques,
    manquants: partenaires.filter((partenaire) => etats[partenaire].statut === 'indisponible'),
    lueA: estDIci ? instantsDe(resultat.operation) : {},
    relancer,
  };
}
