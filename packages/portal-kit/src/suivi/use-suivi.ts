import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useEffectEvent } from 'react';
import { useActe } from '../graphe/acte.js';
import { annoncer } from '../navigation/page.js';
import { creerSignal } from '../observable.js';
import { peut, useAgent } from '../session/session.js';
import { DOCUMENTS_DU_SUIVI } from './documents.js';
import type { DocumentsDuSuivi, RefusDuSuivi } from './suivi.js';

/** Told when the agent settled something: whoever shows it reads it again. */
const reglages = creerSignal<null>();

/** The questions of the reader's own house; null for who has nothing to settle there. */
export function useDocumentsDuSuivi(): DocumentsDuSuivi | null {
  const agent = useAgent();
  const partenaire = agent?.partenaire ?? null;
  if (partenaire === null || !peut(agent, `${partenaire}:suivi:regler`)) return null;
  return DOCUMENTS_DU_SUIVI[partenaire];
}

/** Reads again when something was settled elsewhere on the page. */
export function useReglages(relire: () => void): void {
  const evenement = useEffectEvent(relire);
  useEffect(() => reglages.ecouter(() => evenement()), []);
}

/**
 * One setting sent to the agent's house.
 *
 * @returns what `regler` answers: null when done, else the sentence to show
 */
export function useReglage<
  Donnees extends { acte?: { refus?: RefusDuSuivi } | null },
  Variables extends AnyVariables,
>(
  document: TypedDocumentNode<Donnees, Variables>,
): {
  regler: (variables: Variables, fait?: (donnees: Donnees) => string) => Promise<string | null>;
  enCours: boolean;
} {
  const { executer, enCours } = useActe(document, { aTouteDate: true });
  return {
    enCours,
    async regler(variables, fait) {
      const resultat = await executer(variables);
      if (!resultat.ok) return resultat.erreur.message;
      const refus = resultat.donnees.acte?.refus;
      if (refus) return refus.message;
      if (fait) annoncer(fait(resultat.donnees));
      reglages.emettre(null);
      return null;
    },
  };
}
