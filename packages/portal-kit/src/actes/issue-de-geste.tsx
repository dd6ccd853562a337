import { Bandeau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { IssueDeGeste } from './geste.js';

/** Says why an act did not happen, and that nothing typed was lost. */
export function IssueDeGesteLue({ issue }: { issue: IssueDeGeste | null }): ReactNode {
  if (issue === null || issue.sorte === 'fait') return null;
  if (issue.sorte === 'depassee') {
    return (
      <Bandeau ton="attention" annonce="alerte" titre="Quelqu’un vient de modifier ce texte.">
        {issue.message}
      </Bandeau>
    );
  }
  if (issue.sorte === 'refus') {
    return (
      <Bandeau ton="attention" annonce="alerte" titre="L’acte n’a pas été fait.">
        {issue.message}
      </Bandeau>
    );
  }
  const { titre, code, message, reference } = issue.erreur;
  return (
    <Bandeau ton="alerte" annonce="alerte" titre={`${titre}.`}>
      {code === 'PARTENAIRE_INDISPONIBLE'
        ? 'Rien n’a été enregistré : réessayez dès son retour.'
        : message}{' '}
      Ce que vous avez saisi reste dans la page.
      {reference !== null && (
        <>
          {' '}
          Référence : <code>{reference}</code>.
        </>
      )}
    </Bandeau>
  );
}
