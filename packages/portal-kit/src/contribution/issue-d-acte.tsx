import { Bandeau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { Issue } from './use-actes-contribution.js';

/** Says why an act did not happen, and that nothing was lost. */
export function IssueDActe({ issue }: { issue: Issue | null }): ReactNode {
  if (issue === null || issue.sorte === 'fait') return null;
  if (issue.sorte === 'depassee') {
    return (
      <Bandeau ton="attention" annonce="alerte" titre="Cette contribution vient de changer.">
        Lisez la version affichée, puis recommencez s’il y a lieu.
      </Bandeau>
    );
  }
  if (issue.sorte === 'refus') {
    return (
      <Bandeau ton="attention" annonce="alerte" titre="L’acte a été refusé.">
        {issue.message}
      </Bandeau>
    );
  }
  const { titre, code, reference } = issue.erreur;
  const message =
    code === 'PARTENAIRE_INDISPONIBLE'
      ? 'Rien n’a été enregistré : réessayez dès son retour.'
      : issue.erreur.message;
  return (
    <Bandeau ton="alerte" annonce="alerte" titre={`${titre}.`}>
      {message} Votre saisie est gardée.
      {reference !== null && (
        <>
          {' '}
          Référence : <code>{reference}</code>.
        </>
      )}
    </Bandeau>
  );
}
