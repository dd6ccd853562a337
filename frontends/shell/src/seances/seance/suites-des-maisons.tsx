import { formaterLe, partenaireDuGraphe, phrasesPartenaire } from '@passerelle/portal-kit';
import { MarquePartenaire, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { DecisionEnSeanceFragment, SuiteEtatLueFragment } from '../../generated/graphql.js';
import { AVANCEMENTS } from '../libelles.js';

/** What each house made of a decision, in its own words; an absent house is said. */
export function SuitesDesMaisons({
  decision,
  absents,
}: {
  decision: DecisionEnSeanceFragment;
  absents: readonly Partenaire[];
}): ReactNode {
  const suites: Readonly<Record<Partenaire, SuiteEtatLueFragment | null | undefined>> = {
    etat: decision.suiteEtat,
    region: decision.suiteRegion,
    'pole-emploi': decision.suitePoleEmploi,
  };
  const responsable = partenaireDuGraphe(decision.responsable);
  const montrees = PARTENAIRES.filter(
    (maison) => suites[maison] || maison === responsable || absents.includes(maison),
  );
  return (
    <ul className="s-suites" aria-label={`Suites de la décision ${decision.numero}`}>
      {montrees.map((maison) => {
        const suite = suites[maison];
        const absent = !suite && absents.includes(maison);
        return (
          <li key={maison}>
            <MarquePartenaire partenaire={maison} /> :{' '}
            {absent && `${phrasesPartenaire(maison).sujet} ne répond pas, sa suite n’est pas lue.`}
            {!suite && !absent && 'pas encore de suite.'}
            {suite && (
              <>
                {AVANCEMENTS[suite.avancement]}.{' '}
                {suite.texte && <span className="s-texte-suite">{suite.texte}</span>}{' '}
                <small>
                  {suite.auteur}, {formaterLe(suite.modifieLe)}.
                </small>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
