import {
  formaterDate,
  type IssueDeGeste,
  IssueDeGesteLue,
  Lien,
  naviguer,
} from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ, Dialogue } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { ConvoquerDeNouveauDocument, type SeanceEntiereFragment } from '../../generated/graphql.js';
import { heureDe, instantDe } from '../heures.js';
import { cheminSeance } from '../libelles.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import { dansDeuxSemaines } from './propositions.js';
import { direRegle, RegleDeLInstance } from './regle-de-l-instance.js';
import type { VueDeSeance } from './vue-de-seance.js';

/** A body that votes and was too few: what that means, and how it is called again. */
export function SecondeConvocation({ seance, tient, suspendu }: VueDeSeance): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  const [regle, setRegle] = useState(false);
  const { quorum, convoqueeDeNouveau } = seance;
  const manque =
    seance.regle === 'VOTE' &&
    (seance.statut === 'TENUE' || seance.statut === 'CLOSE') &&
    quorum !== null &&
    quorum !== undefined &&
    !quorum.atteint;
  if (!manque) return null;
  return (
    <>
      <Bandeau
        ton="attention"
        annonce="aucune"
        titre="Le quorum n’est pas atteint : rien ne peut être voté dans cette séance."
        actions={
          tient && (
            <>
              {!convoqueeDeNouveau && (
                <Bouton desactive={suspendu} onPress={() => setOuvert(true)}>
                  Convoquer de nouveau
                </Bouton>
              )}
              <Bouton variante="discret" desactive={suspendu} onPress={() => setRegle(true)}>
                Règle de l’instance
              </Bouton>
            </>
          )
        }
      >
        {convoqueeDeNouveau ? (
          <p>
            Convoquée de nouveau :{' '}
            <Lien href={cheminSeance(convoqueeDeNouveau.id)}>
              séance du {formaterDate(convoqueeDeNouveau.jour)}
            </Lien>
            , sur le même ordre du jour.
          </p>
        ) : (
          <p>{direRegle(seance.instance.secondeConvocation ?? null)}</p>
        )}
      </Bandeau>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        titre="Convoquer de nouveau"
        libelleFermer="Fermer sans convoquer"
      >
        {ouvert && <Formulaire seance={seance} />}
      </Dialogue>
      <Dialogue
        ouvert={regle}
        onFermer={() => setRegle(false)}
        titre="Seconde convocation : règle de l’instance"
        libelleFermer="Fermer sans enregistrer"
      >
        {regle && <RegleDeLInstance seance={seance} onFini={() => setRegle(false)} />}
      </Dialogue>
    </>
  );
}

/** Said at the head of the session that takes up the agenda of another. */
export function RepriseDe({ seance }: { seance: SeanceEntiereFragment }): ReactNode {
  const { convocationDe, quorum } = seance;
  if (!convocationDe) return null;
  return (
    <p>
      Seconde convocation, sur l’ordre du jour de la{' '}
      <Lien href={cheminSeance(convocationDe.id)}>
        séance du {formaterDate(convocationDe.jour)}
      </Lien>
      , qui n’avait pas le quorum.{' '}
      {quorum?.exige === false
        ? 'Sans condition de quorum, selon la règle de l’instance.'
        : 'Le quorum est exigé.'}
    </p>
  );
}

/** Same place, same hour, two weeks later: what is proposed is changed where it must be. */
function Formulaire({ seance }: { seance: SeanceEntiereFragment }): ReactNode {
  const [jour, setJour] = useState(() => dansDeuxSemaines(seance.jour));
  const [debut, setDebut] = useState(seance.debut ? heureDe(seance.debut) : '');
  const [fin, setFin] = useState(seance.fin ? heureDe(seance.fin) : '');
  const [lieu, setLieu] = useState(seance.lieu ?? '');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    ConvoquerDeNouveauDocument,
    seance.id,
    'Séance convoquée de nouveau.',
  );
  const convoquer = async (): Promise<void> => {
    if (enCours || jour === '') return;
    const suivante = await faire({
      seance: seance.id,
      jour,
      debut: instantDe(jour, debut),
      fin: instantDe(jour, fin),
      lieu: lieu.trim() || null,
      versionAttendue: seance.version,
    });
    setIssue(suivante);
    if (suivante.sorte === 'fait' && suivante.acte.seance) {
      naviguer(cheminSeance(suivante.acte.seance.id));
    }
  };
  return (
    <form
      className="k-formulaire"
      aria-label="Nouvelle convocation"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void convoquer();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      <p>
        Même instance, même ordre du jour : il ne change pas, et les accords donnés restent donnés.
      </p>
      <p className="p-pied">{direRegle(seance.instance.secondeConvocation ?? null)}</p>
      <Champ
        libelle="Jour"
        type="date"
        requis
        valeur={jour}
        onChange={setJour}
        erreur={jour === '' ? 'Choisissez le jour de la nouvelle séance.' : undefined}
      />
      <Champ libelle="Début" type="time" valeur={debut} onChange={setDebut} />
      <Champ libelle="Fin" type="time" valeur={fin} onChange={setFin} />
      <Champ libelle="Lieu" valeur={lieu} onChange={setLieu} longueurMax={200} />
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Convoquer cette séance
        </Bouton>
      </div>
    </form>
  );
}
