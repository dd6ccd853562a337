import { formaterDate } from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { DecisionEnSeanceFragment, TitreValidation } from '../../generated/graphql.js';
import { TITRES } from '../libelles.js';
import { type EtatDeValidation, etatDeValidation } from './situation.js';
import { VoteDeDecision } from './vote-de-decision.js';

/** Each validation that the subject asks for: given by whom and when, or awaited and why. */
export function ValidationsDeDecision({
  decision,
  absents,
}: {
  decision: DecisionEnSeanceFragment;
  absents: readonly Partenaire[];
}): ReactNode {
  if (decision.regle === 'VOTE') return <VoteDeDecision decision={decision} />;
  if (decision.statut === 'ANNULEE' || decision.validationsRequises.length === 0) return null;
  return (
    <ul className="s-validations" aria-label={`Validations de la décision ${decision.numero}`}>
      {decision.validationsRequises.map((titre) => (
        <li key={titre}>{phrase(titre, etatDeValidation(decision, titre, absents))}</li>
      ))}
    </ul>
  );
}

function phrase(titre: TitreValidation, etat: EtatDeValidation): string {
  const { sujet, de } = TITRES[titre];
  switch (etat.sorte) {
    case 'donnee':
      return `${sujet} a validé : ${etat.auteur}, ${formaterDate(etat.le)}.`;
    case 'en-chemin':
      return `${sujet} a validé ; l’État enregistre sa validation.`;
    case 'perimee':
      return `En attente ${de} : le texte a changé depuis sa validation.`;
    case 'attendue':
      return `En attente ${de}.`;
    case 'inconnue':
      return `En attente ${de}, qui ne répond pas : sa validation, si elle est donnée, arrivera à son retour.`;
  }
}
