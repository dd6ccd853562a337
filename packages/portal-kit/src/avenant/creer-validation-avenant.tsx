import { Bouton, Dialogue } from '@passerelle/portal-ui';
import { type ComponentType, type ReactNode, useState } from 'react';
import { type IssueDeGeste, useGeste } from '../actes/geste.js';
import { IssueDeGesteLue } from '../actes/issue-de-geste.js';
import { peutAgir } from '../date/actes-au-present.js';
import { formaterDate } from '../formats/formats.js';
import { useLecture } from '../graphe/lecture.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { useAgent } from '../session/session.js';
import type { MaisonAvenant, ValidationLue } from './avenant.js';

/** What a house's module puts in the slot `avenant.validation`, for its own agents only. */
export function creerValidationAvenant(
  maison: MaisonAvenant,
): ComponentType<{ avenant: string; empreinte: string }> {
  return function ValidationDeLaMaison(proprietes): ReactNode {
    const agent = useAgent();
    if (agent?.partenaire !== maison.partenaire) return null;
    return (
      <Validation
        key={proprietes.empreinte}
        maison={maison}
        peutValider={peutAgir(agent, `${maison.partenaire}:avenant:valider`)}
        {...proprietes}
      />
    );
  };
}

/** A house's own act on an avenant: it validates the text in sight, by its hash. */
function Validation({
  maison,
  avenant,
  empreinte,
  peutValider,
}: {
  maison: MaisonAvenant;
  avenant: string;
  empreinte: string;
  peutValider: boolean;
}): ReactNode {
  const { partenaire } = maison;
  const lecture = useLecture(maison.lire, { id: avenant }, { partenaires: [partenaire] });
  const valider = useGeste(maison.valider, 'Avenant validé', lecture.relancer);
  const [ouvert, setOuvert] = useState(false);
  const [donnee, setDonnee] = useState<ValidationLue | null>(null);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { de, sujet } = phrasesPartenaire(partenaire);
  const lu = lecture.donnees?.avenant ?? null;
  const validation = donnee ?? lu?.validation ?? null;

  if (lecture.manquants.length > 0) {
    return (
      <p className="k-discret" role="status">
        {sujet} ne répond pas : sa validation reste en attente.
      </p>
    );
  }
  if (lu?.etat !== 'PROPOSE') return null;
  if (validation?.empreinte === empreinte) {
    return (
      <p role="status">
        Validé au nom {de} le {formaterDate(validation.le)}, par : {validation.auteur}.
      </p>
    );
  }
  if (!peutValider) {
    return <p className="k-discret">La validation {de} est attendue.</p>;
  }
  const accomplir = async (): Promise<void> => {
    const resultat = await valider.faire({ avenant, empreinte });
    setIssue(resultat);
    setOuvert(false);
    if (resultat.sorte === 'fait') setDonnee(resultat.acte.validation ?? null);
  };
  return (
    <>
      {validation && <p>Le texte a changé depuis la validation {de} : elle ne le couvre plus.</p>}
      <IssueDeGesteLue issue={issue} />
      <div className="p-actions">
        <Bouton variante="principal" onPress={() => setOuvert(true)}>
          Valider au nom {de}
        </Bouton>
      </div>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        nature="alerte"
        titre={`Valider cet avenant au nom ${de} ?`}
        libelleFermer="Ne pas valider"
        actions={
          <Bouton variante="principal" enCours={valider.enCours} onPress={() => void accomplir()}>
            Valider au nom {de}
          </Bouton>
        }
      >
        <p>
          Vous validez le texte que vous venez de lire, et lui seul : s’il change, il faudra le
          valider de nouveau.
        </p>
        <p>
          Empreinte : <code className="k-empreinte">{empreinte}</code>
        </p>
      </Dialogue>
    </>
  );
}
