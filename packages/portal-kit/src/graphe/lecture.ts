import type { Partenaire } from '@passerelle/portal-ui';
import { PARTENAIRES } from '@passerelle/portal-ui';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useRef } from 'react';
import { useQuery } from 'urql';
import { type Mouvement, useMouvements } from '../mouvements/mouvements.js';
import { usePartenaires, useRetourPartenaire } from '../partenaires/etat-partenaires.js';
import { type ErreurLisible, erreurLisible } from './erreur-lisible.js';

export interface Lecture<Donnees> {
  /** Last known data for these variables: kept on screen when a later reading fails. */
  donnees: Donnees | undefined;
  /** Nothing to show yet: the skeleton's turn. */
  enCours: boolean;
  /** A newer answer is on its way; what is shown stays. */
  rafraichissement: boolean;
  erreur: ErreurLisible | null;
  /** Among the partners concerned, those that do not answer at this moment. */
  manquants: readonly Partenaire[];
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
  const [resultat, executer] = useQuery<Donnees, AnyVariables>({
    query: document,
    variables,
    pause,
  });
  const etats = usePartenaires();
  const cle = JSON.stringify(variables);
  const connues = useRef<{ cle: string; donnees: Donnees } | null>(null);
  useEffect(() => {
    if (resultat.data !== undefined && resultat.data !== null && !resultat.fetching) {
      connues.current = { cle, donnees: resultat.data };
    }
  }, [resultat.data, resultat.fetching, cle]);

  const relancer = (): void => {
    if (!pause) executer({ requestPolicy: 'network-only' });
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

  const anciennes = connues.current?.cle === cle ? connues.current.donnees : undefined;
  const donnees = resultat.data ?? anciennes;
  return {
    donnees,
    enCours: donnees === undefined && !pause && (resultat.fetching || resultat.error === undefined),
    rafraichissement: resultat.fetching || resultat.stale,
    erreur: resultat.error ? erreurLisible(resultat.error) : null,
    manquants: partenaires.filter((partenaire) => etats[partenaire].statut === 'indisponible'),
    relancer,
  };
}
