import { formaterDate, type IssueDeGeste, IssueDeGesteLue } from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  AnnulerSeanceDocument,
  ModifierSeanceDocument,
  type SeanceEntiereFragment,
} from '../../generated/graphql.js';
import { heureDe, instantDe } from '../heures.js';
import { useGesteDeSeance } from './geste-de-seance.js';

/** Day, hour, place and subject of a session, or its cancellation; it keeps its address. */
export function ModifierSeance({
  seance,
  suspendu,
}: {
  seance: SeanceEntiereFragment;
  suspendu: boolean;
}): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Bouton variante="discret" desactive={suspendu} onPress={() => setOuvert(true)}>
        Modifier la séance
      </Bouton>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        titre={`Séance du ${formaterDate(seance.jour)}`}
        libelleFermer="Fermer sans enregistrer"
      >
        {ouvert && <Formulaire seance={seance} onFini={() => setOuvert(false)} />}
      </Dialogue>
    </>
  );
}

function Formulaire({
  seance,
  onFini,
}: {
  seance: SeanceEntiereFragment;
  onFini: () => void;
}): ReactNode {
  const [jour, setJour] = useState(seance.jour);
  const [debut, setDebut] = useState(seance.debut ? heureDe(seance.debut) : '');
  const [fin, setFin] = useState(seance.fin ? heureDe(seance.fin) : '');
  const [lieu, setLieu] = useState(seance.lieu ?? '');
  const [objet, setObjet] = useState(seance.objet ?? '');
  const [annule, setAnnule] = useState(false);
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const modifier = useGesteDeSeance(ModifierSeanceDocument, seance.id, 'Séance modifiée.');
  const annuler = useGesteDeSeance(AnnulerSeanceDocument, seance.id, 'Séance annulée.');
  const finir = (suivante: IssueDeGeste): void => {
    setIssue(suivante);
    if (suivante.sorte === 'fait') onFini();
  };
  return (
    <form
      className="k-formulaire"
      aria-label="Séance"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        const voulu = jour || seance.jour;
        void modifier
          .faire({
            seance: seance.id,
            jour: voulu,
            debut: instantDe(voulu, debut),
            fin: instantDe(voulu, fin),
            lieu: lieu.trim() || null,
            objet: objet.trim() || null,
            versionAttendue: seance.version,
          })
          .then(finir);
      }}
    >
      <IssueDeGesteLue issue={issue} />
      {seance.statut === 'PREVUE' && (
        <Champ libelle="Jour" type="date" requis valeur={jour} onChange={setJour} />
      )}
      <Champ libelle="Début" type="time" valeur={debut} onChange={setDebut} />
      <Champ libelle="Fin" type="time" valeur={fin} onChange={setFin} />
      <Champ libelle="Lieu" valeur={lieu} onChange={setLieu} longueurMax={200} />
      <Champ libelle="Objet" valeur={objet} onChange={setObjet} longueurMax={200} />
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={modifier.enCours}>
          Enregistrer
        </Bouton>
        {!annule && (
          <Bouton variante="discret" onPress={() => setAnnule(true)}>
            Annuler la séance
          </Bouton>
        )}
        {annule && (
          <Bouton
            variante="danger"
            enCours={annuler.enCours}
            onPress={() =>
              void annuler.faire({ seance: seance.id, versionAttendue: seance.version }).then(finir)
            }
          >
            Confirmer l’annulation
          </Bouton>
        )}
      </div>
    </form>
  );
}
