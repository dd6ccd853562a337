import { naviguer, peutAgir, setPage, useActe, useAgent, useLecture } from '@passerelle/portal-kit';
import { Bouton, Carte, EntetePage, EtatErreur, EtatVide, Jauge } from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ReprendreArreteSituationDocument,
  TravailDeSituationDocument,
  type TravailLuFragment,
} from '../generated/graphql.js';
import { LectureEtat } from '../memoire/lecture-etat.js';
import { direAvancement } from './dire-avancement.js';
import { useTravailSuivi } from './suivre-le-travail.js';

/** An arrêté being gathered: how far it is, then the arrêté itself. */
export function PageTravail({ id }: { id: string }): ReactNode {
  const lecture = useLecture(TravailDeSituationDocument, { id }, { partenaires: ['etat'] });
  const travail = lecture.donnees?.travailSituation ?? null;
  const signee = travail?.situation?.id ?? null;
  useEffect(() => setPage({ titre: travail?.titre ?? 'Arrêté en préparation' }), [travail?.titre]);
  useTravailSuivi(lecture, travail?.etat === 'EN_COURS');
  useEffect(() => {
    if (signee !== null) naviguer(`/situation/${signee}`, { remplacer: true });
  }, [signee]);
  if (lecture.donnees && lecture.manques.length === 0 && travail === null) {
    return (
      <EtatVide titre="Cet arrêté en préparation n’existe pas.">
        <a href="/situation">Voir tous les arrêtés</a>
      </EtatVide>
    );
  }
  return (
    <LectureEtat lecture={lecture} contenu={travail} objet="l’arrêté en préparation">
      {(lu) => (
        <>
          <EntetePage
            titre={lu.titre}
            fil={[{ libelle: 'Arrêtés de situation', href: '/situation' }]}
            chapo={
              <p>
                Le service de l’État réunit, page à page, ce que les trois maisons ont publié. Vous
                pouvez quitter cette page : le travail continue sans elle.
              </p>
            }
          />
          <Carte titre="Où en est l’arrêté">
            <p role="status">{direAvancement(lu)}</p>
            <Jauge
              valeur={(100 * (lu.rangEtape - (lu.etat === 'PRET' ? 0 : 1))) / lu.nombreEtapes}
            />
            {lu.manquants.length > 0 && (
              <p>Maisons dont la part manque : {lu.manquants.join(', ')}.</p>
            )}
            {lu.etat === 'ECHOUE' && <Reprendre travail={lu} apres={lecture.relancer} />}
          </Carte>
        </>
      )}
    </LectureEtat>
  );
}

function Reprendre({
  travail,
  apres,
}: {
  travail: TravailLuFragment;
  apres: () => void;
}): ReactNode {
  const agent = useAgent();
  const { executer, enCours } = useActe(ReprendreArreteSituationDocument);
  const [refus, setRefus] = useState<string | null>(null);
  const reprendre = async (): Promise<void> => {
    setRefus(null);
    const issue = await executer({ travail: travail.id });
    const message = issue.ok
      ? issue.donnees.reprendreArreteSituation?.refus?.message
      : issue.erreur.message;
    if (message) setRefus(message);
    else apres();
  };
  return (
    <>
      <EtatErreur
        titre="L’arrêté s’est interrompu"
        message={travail.raison?.message ?? 'La lecture n’a pas abouti.'}
      />
      {peutAgir(agent, 'etat:situation:arreter') && (
        <Bouton variante="principal" enCours={enCours} onPress={() => void reprendre()}>
          Reprendre où il en était
        </Bouton>
      )}
      {refus !== null && <p role="alert">{refus}</p>}
    </>
  );
}
