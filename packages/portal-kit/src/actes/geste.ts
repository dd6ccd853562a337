import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useRef, useState } from 'react';
import { nouvelleCleIdempotence, useActe } from '../graphe/acte.js';
import type { ErreurLisible } from '../graphe/erreur-lisible.js';
import { annoncer } from '../navigation/page.js';

/** How a gesture ended: done, overtaken by someone else, refused by the rules, or not arrived. */
export type IssueDeGeste<Acte = unknown> =
  | { sorte: 'fait'; acte: Acte }
  | { sorte: 'depassee'; acte: Acte; message: string }
  | { sorte: 'refus'; code: string; message: string; acte?: Acte }
  | { sorte: 'erreur'; erreur: ErreurLisible };

interface Refus {
  code: string;
  message: string;
}

/** What every mutation read under the alias `acte` answers. */
export interface ReponseDeGeste {
  acte?: { refus?: Refus | null } | null;
}

type ActeDe<Donnees extends ReponseDeGeste> = NonNullable<Donnees['acte']>;

export interface Geste<Donnees extends ReponseDeGeste, Variables> {
  /** Sends the act; the same act sent again after a cut counts once. */
  faire: (variables: Variables) => Promise<IssueDeGeste<ActeDe<Donnees>>>;
  enCours: boolean;
}

/**
 * One act of the reader on something shared. The key that makes it count once is added to the
 * variables as `cle`, and lasts until the act has an answer.
 *
 * @param fait - the sentence that says it is done, to a screen reader too
 * @param apres - once it is done, before the caller goes on: tell the rest of the page
 */
export function useGeste<
  Donnees extends ReponseDeGeste,
  Variables extends AnyVariables & { cle?: unknown },
>(
  document: TypedDocumentNode<Donnees, Variables>,
  fait: string,
  apres: () => void,
): Geste<Donnees, Variables> {
  const { executer } = useActe(document);
  const [enCours, setEnCours] = useState(false);
  const enAttente = useRef<{ empreinte: string; cle: string } | null>(null);

  const faire = async (variables: Variables): Promise<IssueDeGeste<ActeDe<Donnees>>> => {
    const empreinte = JSON.stringify(variables);
    if (enAttente.current?.empreinte !== empreinte) {
      enAttente.current = { empreinte, cle: nouvelleCleIdempotence() };
    }
    setEnCours(true);
    const resultat = await executer({ ...variables, cle: enAttente.current.cle });
    setEnCours(false);
    if (!resultat.ok) return { sorte: 'erreur', erreur: resultat.erreur };
    enAttente.current = null;
    const acte = acteDe(resultat.donnees);
    if (acte === null) return { sorte: 'refus', code: 'SANS_REPONSE', message: SANS_REPONSE };
    if (acte.refus?.code === 'VERSION_DEPASSEE') {
      return { sorte: 'depassee', acte, message: acte.refus.message };
    }
    if (acte.refus) return { sorte: 'refus', ...acte.refus, acte };
    annoncer(fait);
    apres();
    return { sorte: 'fait', acte };
  };
  return { faire, enCours };
}

function acteDe<Donnees extends ReponseDeGeste>(donnees: Donnees): ActeDe<Donnees> | null {
  const acte: Donnees['acte'] = donnees.acte;
  return acte ?? null;
}

const SANS_REPONSE = 'La maison n’a pas répondu à cet acte : relisez la page avant de recommencer.';
