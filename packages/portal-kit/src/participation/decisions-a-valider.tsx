import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { formaterDate } from '../formats/formats.js';
import { useGesteEnSeance } from './geste-en-seance.js';
import {
  type DecisionLue,
  LIBELLES_TITRE,
  type MaisonParticipante,
  type SeanceLue,
  type TitreValidation,
} from './participation.js';

type Attendue = { decision: DecisionLue; titre: TitreValidation };

/** The decisions that wait for this agent's validation: each one, or all that were read. */
export function DecisionsAValider({
  maison,
  seance,
  attendues,
}: {
  maison: MaisonParticipante;
  seance: SeanceLue;
  attendues: readonly Attendue[];
}): ReactNode {
  if (!maison.validerDecision) return null;
  return <Liste document={maison.validerDecision} seance={seance} attendues={attendues} />;
}

function Liste({
  document,
  seance,
  attendues,
}: {
  document: NonNullable<MaisonParticipante['validerDecision']>;
  seance: SeanceLue;
  attendues: readonly Attendue[];
}): ReactNode {
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteEnSeance(document, seance.id, 'Décision validée.');
  const valider = async (celles: readonly Attendue[]): Promise<void> => {
    for (const { decision, titre } of celles) {
      const suivante = await faire({
        decision: decision.id,
        empreinte: decision.empreinte,
        titre,
      });
      setIssue(suivante);
      if (suivante.sorte !== 'fait') return;
    }
  };
  // The refusal of the last one must still be read once nothing is left to validate.
  if (attendues.length === 0 && (issue === null || issue.sorte === 'fait')) return null;
  return (
    <section>
      <h3>
        {attendues.length > 1 ? `Valider ${attendues.length} décisions` : 'Valider une décision'}
      </h3>
      <IssueDeGesteLue issue={issue} />
      <ul className="p-liste">
        {attendues.map((attendue) => {
          const { decision, titre } = attendue;
          return (
            <li key={`${decision.id} ${titre}`}>
              <span>
                <strong>Décision {decision.numero}</strong> {decision.texte}
                <small>
                  Au nom {LIBELLES_TITRE[titre]}
                  {decision.echeance ? `, échéance le ${formaterDate(decision.echeance)}` : ''}
                </small>
              </span>
              <Bouton
                enCours={enCours}
                onPress={() => void valider([attendue])}
                aria-label={`Valider la décision ${decision.numero} au nom ${LIBELLES_TITRE[titre]}`}
              >
                Valider
              </Bouton>
            </li>
          );
        })}
      </ul>
      {attendues.length > 1 && (
        <div className="p-actions">
          <Bouton variante="principal" enCours={enCours} onPress={() => void valider(attendues)}>
            Valider les {attendues.length} décisions
          </Bouton>
        </div>
      )}
    </section>
  );
}
