import { Bouton, Carte, EtatVide } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { FicheDecision } from './fiche-decision.js';
import { FormulaireDecision } from './formulaire-decision.js';
import { type ChangementFait, RevenirEnArriere } from './revenir-en-arriere.js';
import type { VueDeSeance } from './vue-de-seance.js';

/** What was decided, who carries it out, and whose validation is still missing. */
export function ListeDesDecisions(vue: VueDeSeance): ReactNode {
  const { seance, tient, suspendu } = vue;
  const [redige, setRedige] = useState(false);
  const decisions = [...seance.decisions.nodes].sort((a, b) => a.numero - b.numero);
  const ouverte = tient && seance.statut === 'TENUE';
  const [change, setChange] = useState<ChangementFait | null>(null);
  return (
    <Carte titre="Décisions" id="decisions">
      {decisions.length === 0 && !redige && (
        <EtatVide titre="Aucune décision n’est encore enregistrée.">
          <p>
            L’État les enregistre une fois les présences notées ; elles sont adoptées{' '}
            {seance.regle === 'VOTE'
              ? 'par un vote.'
              : 'avec les validations que leur sujet demande.'}
          </p>
        </EtatVide>
      )}
      {change !== null && (
        <RevenirEnArriere
          key={`${change.id} ${change.avant}`}
          seance={seance.id}
          changement={change}
          onFini={() => setChange(null)}
        />
      )}
      {decisions.length > 0 && (
        <ol className="s-decisions">
          {decisions.map((decision) => (
            <FicheDecision
              key={decision.id}
              decision={decision}
              vue={vue}
              ouverte={ouverte}
              onChange={setChange}
            />
          ))}
        </ol>
      )}
      {redige ? (
        <FormulaireDecision vue={vue} decision={null} onFini={() => setRedige(false)} />
      ) : (
        ouverte && (
          <div className="p-actions">
            <Bouton
              variante={decisions.length === 0 ? 'principal' : 'secondaire'}
              desactive={suspendu}
              onPress={() => setRedige(true)}
            >
              Enregistrer une décision
            </Bouton>
          </div>
        )
      )}
    </Carte>
  );
}
