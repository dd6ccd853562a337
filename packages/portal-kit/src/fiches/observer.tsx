import type { ReactNode } from 'react';
import type { MaisonAFiches } from './fiche.js';
import { TexteDeGeste } from './texte-de-geste.js';

/** A word of the reader's house on another's fiche. */
export function Observer({ maison, fiche }: { maison: MaisonAFiches; fiche: string }): ReactNode {
  return (
    <TexteDeGeste
      document={maison.observer}
      fait="Observation enregistrée."
      brouillon={`fiche-observation:${maison.partenaire}:${fiche}`}
      libelle="Votre observation"
      aide="Lue par les agents des trois maisons et les partenaires sociaux. Sans donnée sur une personne."
      bouton="Enregistrer l’observation"
      variablesDe={(texte) => ({ fiche, texte })}
    />
  );
}
