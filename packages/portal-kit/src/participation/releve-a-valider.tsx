import { Bouton } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import type { IssueDeGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { useGesteEnSeance } from './geste-en-seance.js';
import type { MaisonParticipante, SeanceLue } from './participation.js';

/** The minutes freeze, and the session closes, once the two houses have validated the same text. */
export function ReleveAValider({
  maison,
  seance,
  attendu,
}: {
  maison: MaisonParticipante;
  seance: SeanceLue;
  attendu: boolean;
}): ReactNode {
  if (!maison.validerReleve || !attendu || !seance.releve) return null;
  return (
    <Validation
      document={maison.validerReleve}
      seance={seance}
      empreinte={seance.releve.empreinte}
    />
  );
}

function Validation({
  document,
  seance,
  empreinte,
}: {
  document: NonNullable<MaisonParticipante['validerReleve']>;
  seance: SeanceLue;
  empreinte: string;
}): ReactNode {
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteEnSeance(document, seance.id, 'Relevé validé.');
  return (
    <section>
      <h3>Valider le relevé</h3>
      <p>
        <a href="#releve">Lisez-le</a> : validé par l’État et la Région dans les mêmes termes, il ne
        change plus et la séance est close.
      </p>
      <IssueDeGesteLue issue={issue} />
      <div className="p-actions">
        <Bouton
          variante="principal"
          enCours={enCours}
          onPress={() => void faire({ seance: seance.id, empreinte }).then(setIssue)}
        >
          Valider ce relevé
        </Bouton>
      </div>
    </section>
  );
}
