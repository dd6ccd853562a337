import {
  type IssueDeGeste,
  IssueDeGesteLue,
  peut,
  peutAgir,
  phrasesPartenaire,
  useAgent,
  useGeste,
} from '@passerelle/portal-kit';
import { Bouton, Dialogue, type Partenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  type DestinatairesDossier,
  EnvoyerDossierEtatDocument,
  EnvoyerDossierPoleEmploiDocument,
  EnvoyerDossierRegionDocument,
} from '../../generated/graphql.js';

const DOCUMENTS = {
  etat: EnvoyerDossierEtatDocument,
  region: EnvoyerDossierRegionDocument,
  'pole-emploi': EnvoyerDossierPoleEmploiDocument,
} as const;

/** The dossier by e-mail, from the reader's own house, which alone knows its agents' addresses. */
export function EnvoyerDossier({ seance }: { seance: string }): ReactNode {
  const agent = useAgent();
  const [ouvert, setOuvert] = useState(false);
  const maison = agent?.partenaire ?? null;
  if (maison === null || !peutAgir(agent, `${maison}:suivi:regler`)) return null;
  return (
    <>
      <Bouton onPress={() => setOuvert(true)}>Envoyer par courriel</Bouton>
      {ouvert && (
        <Envoi
          seance={seance}
          maison={maison}
          auxMembres={peut(agent, `${maison}:seance:participer`)}
          fermer={() => setOuvert(false)}
        />
      )}
    </>
  );
}

function Envoi({
  seance,
  maison,
  auxMembres,
  fermer,
}: {
  seance: string;
  maison: Partenaire;
  auxMembres: boolean;
  fermer: () => void;
}): ReactNode {
  const [destinataires, setDestinataires] = useState<DestinatairesDossier>('MOI');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const [recuPar, setRecuPar] = useState<readonly string[] | null>(null);
  const geste = useGeste(DOCUMENTS[maison], 'Dossier envoyé.', () => undefined);
  const envoyer = async (): Promise<void> => {
    const rendue = await geste.faire({ seance, destinataires });
    if (rendue.sorte === 'fait') setRecuPar(rendue.acte.recuPar);
    setIssue(rendue.sorte === 'fait' ? null : rendue);
  };
  const sansAdresse = issue?.sorte === 'refus' && issue.code === 'ENVOI_SANS_ADRESSE';
  return (
    <Dialogue titre="Envoyer le dossier par courriel" ouvert onFermer={fermer}>
      {recuPar === null ? (
        <>
          <p>
            Le message porte le lien de ce dossier et une page à lire sans connexion. Il part aux
            adresses que votre maison connaît, une fois par heure au plus.
          </p>
          {auxMembres && (
            <Selection<DestinatairesDossier>
              libelle="À qui"
              valeur={destinataires}
              onChange={setDestinataires}
              options={[
                { valeur: 'MOI', libelle: 'À moi' },
                {
                  valeur: 'MEMBRES',
                  libelle: `Aux membres de l’instance, agents ${phrasesPartenaire(maison).de}`,
                },
              ]}
            />
          )}
          <IssueDeGesteLue issue={issue} />
          {sansAdresse && (
            <p>
              <a href="/suivi">Donner votre adresse</a>
            </p>
          )}
          <Bouton variante="principal" enCours={geste.enCours} onPress={() => void envoyer()}>
            Envoyer
          </Bouton>
        </>
      ) : (
        <>
          <p>Le dossier est parti à :</p>
          <ul>
            {recuPar.map((fonction) => (
              <li key={fonction}>{fonction}</li>
            ))}
          </ul>
          <Bouton onPress={fermer}>Fermer</Bouton>
        </>
      )}
    </Dialogue>
  );
}
