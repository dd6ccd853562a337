import { Bouton, Champ } from '@passerelle/portal-ui';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste, ReponseDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useBrouillonLocal } from '../brouillon/brouillon-local.js';
import { useGesteDeFiche } from './geste-de-fiche.js';

const LONGUEUR = 4_000;
const lireTexte = (garde: unknown): string | null => (typeof garde === 'string' ? garde : null);

export interface ProprietesTexteDeGeste<Variables> {
  document: TypedDocumentNode<ReponseDeGeste, Variables>;
  /** The sentence that says it is done. */
  fait: string;
  /** Under which name the text is kept on this machine. */
  brouillon: string;
  /** The text to begin from, when nothing is kept. */
  depart?: string | undefined;
  libelle: string;
  aide?: string;
  bouton: string;
  variablesDe: (texte: string) => Variables;
  onFini?: () => void;
}

/** An act that is a text: kept at each key, sent once, then the field is empty again. */
export function TexteDeGeste<Variables extends AnyVariables & { cle?: unknown }>({
  document,
  fait,
  brouillon: nom,
  depart = '',
  libelle,
  aide,
  bouton,
  variablesDe,
  onFini,
}: ProprietesTexteDeGeste<Variables>): ReactNode {
  const brouillon = useBrouillonLocal(nom, lireTexte);
  const [texte, setTexte] = useState(brouillon.valeur ?? depart);
  const [vide, setVide] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeFiche(document, fait);
  const saisir = (suivant: string): void => {
    setTexte(suivant);
    setVide(false);
    if (suivant.trim() === '') brouillon.oublier();
    else brouillon.garder(suivant);
  };
  const envoyer = async (): Promise<void> => {
    const net = texte.trim();
    setVide(net === '');
    if (net === '' || Array.from(net).length > LONGUEUR || enCours) return;
    const suivante = await faire(variablesDe(net));
    setIssue(suivante);
    if (suivante.sorte !== 'fait') return;
    saisir('');
    onFini?.();
  };
  return (
    <form
      className="k-formulaire k-formulaire--fiche"
      aria-label={libelle}
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void envoyer();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <Champ
        libelle={libelle}
        requis
        multiligne
        lignes={4}
        aide={aide}
        valeur={texte}
        onChange={saisir}
        longueurMax={LONGUEUR}
        erreur={vide ? 'Écrivez le texte attendu.' : undefined}
      />
      <div className="p-actions">
        <Bouton type="submit" variante={onFini ? 'principal' : 'secondaire'} enCours={enCours}>
          {bouton}
        </Bouton>
        {onFini && (
          <Bouton variante="discret" onPress={onFini}>
            Fermer sans enregistrer
          </Bouton>
        )}
      </div>
    </form>
  );
}
