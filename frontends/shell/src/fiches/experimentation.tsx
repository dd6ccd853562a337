import {
  cheminFiche,
  formaterDate,
  LIBELLES_ISSUE,
  LIBELLES_STATUT_FICHE,
} from '@passerelle/portal-kit';
import { Carte } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { FicheDeLaPage } from './fiche-lue.js';

/** What the experiment has shown, and what it becomes. */
export function Experimentation({ fiche }: { fiche: FicheDeLaPage }): ReactNode {
  return (
    <Carte titre="Expérimentation">
      {fiche.evaluation ? (
        <>
          <h3>Évaluation du {formaterDate(fiche.evaluation.le)}</h3>
          <p className="k-commentaire">{fiche.evaluation.texte}</p>
        </>
      ) : (
        <p>
          {fiche.evaluationEnRetard
            ? 'L’expérimentation est finie et son évaluation manque.'
            : 'L’évaluation est attendue à la fin de l’expérimentation.'}
        </p>
      )}
      {fiche.issue ? (
        <>
          <h3>En 2024 : {LIBELLES_ISSUE[fiche.issue]}</h3>
          <p className="k-commentaire">{fiche.motifIssue}</p>
        </>
      ) : (
        <p>Ce qu’elle devient en 2024 n’est pas encore dit : généralisée, adaptée ou arrêtée.</p>
      )}
    </Carte>
  );
}

/** From the experiment to what goes on in 2024, read from either end. */
export function Trajectoire({ fiche }: { fiche: FicheDeLaPage }): ReactNode {
  const { prolonge, suite, issue } = fiche;
  if (!prolonge && !issue) return null;
  return (
    <Carte titre="Trajectoire 2024">
      <ol className="k-historique">
        {prolonge && (
          <li>
            <p>
              Expérimentation : <a href={cheminFiche(prolonge.id)}>{prolonge.titre}</a>
            </p>
            <p className="k-discret">
              {[
                ...(prolonge.fin ? [`finie le ${formaterDate(prolonge.fin)}`] : []),
                ...(prolonge.evaluation
                  ? [`évaluée le ${formaterDate(prolonge.evaluation.le)}`]
                  : []),
                ...(prolonge.issue ? [LIBELLES_ISSUE[prolonge.issue]] : []),
              ].join(', ')}
            </p>
          </li>
        )}
        <li aria-current="true">
          <p>
            <strong>{fiche.titre}</strong>
          </p>
          <p className="k-discret">
            {issue ? `expérimentation ${LIBELLES_ISSUE[issue]}` : 'la prolonge en 2024'}
          </p>
        </li>
        {issue && (
          <li>
            {suite ? (
              <>
                <p>
                  Suite : <a href={cheminFiche(suite.id)}>{suite.titre}</a>
                </p>
                <p className="k-discret">
                  {LIBELLES_STATUT_FICHE[suite.statut]}
                  {suite.etat !== 'PUBLIEE' && ', pas encore publiée'}
                </p>
              </>
            ) : (
              <p>
                {issue === 'ARRETEE'
                  ? 'Arrêtée : elle n’a pas de suite.'
                  : 'La fiche qui la prolonge n’est pas encore publiée.'}
              </p>
            )}
          </li>
        )}
      </ol>
    </Carte>
  );
}
