import {
  type Agent,
  type IssueDeGeste,
  IssueDeGesteLue,
  naviguer,
  signalerMouvement,
  useGeste,
  useLecture,
} from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue, Selection, Squelette } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  CreerSeanceDocument,
  InstancesOuTenirSeanceDocument,
  type InstancesOuTenirSeanceQuery,
} from '../../generated/graphql.js';
import { estMaille } from '../../territoires/mailles.js';
import { heureDe, instantDe } from '../heures.js';
import { cheminSeance } from '../libelles.js';
import { jourSuivant } from '../seance/propositions.js';

type InstanceLue = NonNullable<InstancesOuTenirSeanceQuery['instances']>['nodes'][number];

const DEBUT_HABITUEL = '09:30';

/** Opens a session: everything is filled from the previous one, nothing has to be typed. */
export function NouvelleSeance({ agent, le }: { agent: Agent; le: string }): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  return (
    <>
      <Bouton onPress={() => setOuvert(true)}>Prévoir une séance</Bouton>
      <Dialogue
        ouvert={ouvert}
        onFermer={() => setOuvert(false)}
        titre="Prévoir une séance"
        libelleFermer="Fermer sans prévoir"
      >
        {ouvert && <ChoixDInstance agent={agent} le={le} />}
      </Dialogue>
    </>
  );
}

function ChoixDInstance({ agent, le }: { agent: Agent; le: string }): ReactNode {
  const maille = agent.territoire?.maille ?? '';
  const territoire =
    agent.territoire && estMaille(maille) ? { code: agent.territoire.code, maille } : null;
  const lecture = useLecture(
    InstancesOuTenirSeanceDocument,
    { territoire, le },
    { partenaires: ['etat'] },
  );
  if (lecture.enCours) return <Squelette libelle="Lecture de vos instances" lignes={5} />;
  const instances = lecture.donnees?.instances?.nodes ?? [];
  if (instances.length === 0) {
    return (
      <p role="status">
        {lecture.erreur?.message ?? 'Aucune instance ne se tient sur votre territoire.'}
      </p>
    );
  }
  return <Formulaire instances={instances} le={le} />;
}

function Formulaire({
  instances,
  le,
}: {
  instances: readonly InstanceLue[];
  le: string;
}): ReactNode {
  const [premiere] = instances;
  const [instance, setInstance] = useState(premiere?.id ?? '');
  const choisie = instances.find(({ id }) => id === instance) ?? premiere;
  const derniere = choisie?.prochaineSeance ?? null;
  const [jourSaisi, setJour] = useState<string | null>(null);
  const jour = jourSaisi ?? jourSuivant(derniere?.jour ?? le);
  const tenante = choisie ? instanceDuJour(choisie, jour) : null;
  const [debutSaisi, setDebut] = useState<string | null>(null);
  const debut = debutSaisi ?? (derniere?.debut ? heureDe(derniere.debut) : DEBUT_HABITUEL);
  const [lieuSaisi, setLieu] = useState<string | null>(null);
  const lieu = lieuSaisi ?? derniere?.lieu ?? '';
  const [objet, setObjet] = useState('');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGeste(CreerSeanceDocument, 'Séance prévue.', () => undefined);
  const creer = async (): Promise<void> => {
    if (enCours || tenante === null) return;
    const suivante = await faire({
      instance: tenante.id,
      jour,
      debut: instantDe(jour, debut),
      fin: null,
      lieu: lieu.trim() || null,
      objet: objet.trim() || null,
    });
    setIssue(suivante);
    if (suivante.sorte !== 'fait' || !suivante.acte.seance) return;
    signalerMouvement({ nature: 'seance', seance: suivante.acte.seance.id });
    naviguer(cheminSeance(suivante.acte.seance.id));
  };
  return (
    <form
      className="k-formulaire"
      aria-label="Nouvelle séance"
      noValidate
      onSubmit={(evenement) => {
        evenement.preventDefault();
        void creer();
      }}
    >
      <IssueDeGesteLue issue={issue} />
      {instances.length > 1 && (
        <Selection
          libelle="Instance"
          valeur={instance}
          onChange={setInstance}
          options={instances.map(({ id, nomLe }) => ({ valeur: id, libelle: nomLe }))}
        />
      )}
      <Champ
        libelle="Jour"
        type="date"
        requis
        valeur={jour}
        onChange={setJour}
        aide={
          tenante !== null && tenante.id !== choisie?.id
            ? `Ce jour-là, l’instance est : ${tenante.nom}.`
            : undefined
        }
      />
      <Champ libelle="Heure de début" type="time" valeur={debut} onChange={setDebut} />
      <Champ libelle="Lieu" valeur={lieu} onChange={setLieu} />
      <Champ libelle="Objet" valeur={objet} onChange={setObjet} longueurMax={200} />
      <div className="p-actions">
        <Bouton type="submit" variante="principal" enCours={enCours}>
          Prévoir cette séance
        </Bouton>
      </div>
    </form>
  );
}

/** The one that holds the session that day: the chosen one, or the one that follows it by then. */
function instanceDuJour(
  choisie: Pick<InstanceLue, 'id' | 'nomLe' | 'dissouteLe' | 'successeur'>,
  jour: string,
): { id: string; nom: string } {
  const { id, nomLe, dissouteLe, successeur } = choisie;
  return dissouteLe && successeur && jour > dissouteLe ? successeur : { id, nom: nomLe };
}
