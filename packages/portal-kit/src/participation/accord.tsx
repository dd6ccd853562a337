import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useGesteEnSeance } from './geste-en-seance.js';
import type { MaisonParticipante, SeanceLue } from './participation.js';

/** The agenda is set when the co-leaders' houses agree on the very same one. */
export function AccordOrdreDuJour({
  maison,
  seance,
  attendu,
}: {
  maison: MaisonParticipante;
  seance: SeanceLue;
  attendu: boolean;
}): ReactNode {
  if (!maison.accorderOrdreDuJour || !attendu) return null;
  return <Accord document={maison.accorderOrdreDuJour} seance={seance} />;
}

function Accord({
  document,
  seance,
}: {
  document: NonNullable<MaisonParticipante['accorderOrdreDuJour']>;
  seance: SeanceLue;
}): ReactNode {
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteEnSeance(document, seance.id, 'Ordre du jour approuvé.');
  return (
    <section>
      <h3>Approuver l’ordre du jour</h3>
      <p>
        Il compte {seance.points.length} {seance.points.length > 1 ? 'points' : 'point'}. S’il
        change ensuite, votre accord sera redemandé.
      </p>
      <IssueDeGesteLue issue={issue} />
      <div className="p-actions">
        <Bouton
          variante="principal"
          enCours={enCours}
          onPress={() => {
            void faire({ seance: seance.id, empreinte: seance.empreinteOrdreDuJour }).then(
              setIssue,
            );
          }}
        >
          Approuver cet ordre du jour
        </Bouton>
      </div>
    </section>
  );
}
