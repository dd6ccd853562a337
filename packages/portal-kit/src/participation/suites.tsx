import { Bouton, Pastille } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { formaterDate, formaterLe } from '../formats/formats.js';
import { FormulaireDeSuite } from './formulaire-de-suite.js';
import {
  type DecisionLue,
  type DroitsEnSeance,
  LIBELLES_AVANCEMENT,
  type MaisonParticipante,
  type SeanceLue,
} from './participation.js';

/** What this house did of the decisions adopted: its own to carry out first. */
export function SuitesDeLaMaison({
  maison,
  seance,
  droits,
}: {
  maison: MaisonParticipante;
  seance: SeanceLue;
  droits: DroitsEnSeance;
}): ReactNode {
  const codes = { etat: 'ETAT', region: 'REGION', 'pole-emploi': 'POLE_EMPLOI' } as const;
  const sienne = codes[maison.partenaire];
  const adoptees = seance.decisions.nodes.filter(({ statut }) => statut === 'ADOPTEE');
  const enOrdre = [
    ...adoptees.filter(({ responsable }) => responsable === sienne),
    ...adoptees.filter(({ responsable, suite }) => responsable !== sienne && suite),
  ];
  const autres = adoptees.filter((decision) => !enOrdre.includes(decision));
  const [ouvertes, setOuvertes] = useState(false);
  if (adoptees.length === 0) return null;
  const montrees = ouvertes ? [...enOrdre, ...autres] : enOrdre;
  return (
    <section>
      <h3>Suites données par votre maison</h3>
      {montrees.length === 0 && <p>Aucune décision n’est confiée à votre maison.</p>}
      <ul className="p-liste">
        {montrees.map((decision) => (
          <LigneDeSuite
            key={decision.id}
            maison={maison}
            seance={seance.id}
            decision={decision}
            confiee={decision.responsable === sienne}
            modifiable={droits.participer}
          />
        ))}
      </ul>
      {!ouvertes && autres.length > 0 && droits.participer && (
        <div className="p-actions">
          <Bouton variante="discret" onPress={() => setOuvertes(true)}>
            Dire ce que votre maison fait des autres décisions
          </Bouton>
        </div>
      )}
    </section>
  );
}

function LigneDeSuite({
  maison,
  seance,
  decision,
  confiee,
  modifiable,
}: {
  maison: MaisonParticipante;
  seance: string;
  decision: DecisionLue;
  confiee: boolean;
  modifiable: boolean;
}): ReactNode {
  const [redige, setRedige] = useState(false);
  const { suite } = decision;
  return (
    <li>
      <div>
        <strong>Décision {decision.numero}</strong> {decision.texte}
        <small>
          {confiee && 'Confiée à votre maison. '}
          {decision.echeance ? `Échéance le ${formaterDate(decision.echeance)}. ` : ''}
          {suite ? `${suite.auteur}, ${formaterLe(suite.modifieLe)}.` : 'Aucune suite enregistrée.'}
        </small>
        {suite?.texte && <p className="k-commentaire">{suite.texte}</p>}
        {redige && (
          <FormulaireDeSuite
            maison={maison}
            seance={seance}
            decision={decision}
            onFini={() => setRedige(false)}
          />
        )}
      </div>
      {suite && (
        <Pastille ton={suite.avancement === 'FAITE' ? 'ok' : 'neutre'}>
          {LIBELLES_AVANCEMENT[suite.avancement]}
        </Pastille>
      )}
      {modifiable && !redige && (
        <Bouton
          variante={confiee && !suite ? 'principal' : 'secondaire'}
          onPress={() => setRedige(true)}
          aria-label={`${suite ? 'Mettre à jour la suite' : 'Dire la suite'} de la décision ${decision.numero}`}
        >
          {suite ? 'Mettre à jour la suite' : 'Dire la suite'}
        </Bouton>
      )}
    </li>
  );
}
