import {
  contrePropositionsDe,
  DOCUMENTS_D_INDICATEURS,
  direValeur,
  type IssueDeGeste,
  IssueDeGesteLue,
  peutAgir,
  phrasesPartenaire,
  useAgent,
  useGeste,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue, type Partenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';

type Proposition = ReturnType<typeof contrePropositionsDe>[number];

const SYMBOLES = { etat: 'ETAT', region: 'REGION', 'pole-emploi': 'POLE_EMPLOI' } as const;

/** The owner's answer to each house that proposes another figure, while it has given none. */
export function RepondreAuxPropositions({
  proprietaire,
  valeur,
  apres,
}: {
  proprietaire: Partenaire;
  valeur: ValeurLue;
  apres: () => void;
}): ReactNode {
  const agent = useAgent();
  const [ouverte, setOuverte] = useState<Partenaire | null>(null);
  if (agent?.partenaire !== proprietaire) return null;
  if (!peutAgir(agent, `${proprietaire}:indicateur:publier`)) return null;
  return contrePropositionsDe(valeur)
    .filter(({ proposition }) => !proposition.reponse)
    .map((proposee) => (
      <span key={proposee.partenaire}>
        <Bouton variante="discret" onPress={() => setOuverte(proposee.partenaire)}>
          Répondre {phrasesPartenaire(proposee.partenaire).a}
        </Bouton>
        {ouverte === proposee.partenaire && (
          <Formulaire
            proprietaire={proprietaire}
            valeur={valeur}
            proposee={proposee}
            fermer={() => setOuverte(null)}
            apres={apres}
          />
        )}
      </span>
    ));
}

function Formulaire({
  proprietaire,
  valeur,
  proposee: { partenaire, proposition },
  fermer,
  apres,
}: {
  proprietaire: Partenaire;
  valeur: ValeurLue;
  proposee: Proposition;
  fermer: () => void;
  apres: () => void;
}): ReactNode {
  const [suite, setSuite] = useState<'RETENUE' | 'ECARTEE'>('ECARTEE');
  const [motif, setMotif] = useState('');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const geste = useGeste(
    DOCUMENTS_D_INDICATEURS[proprietaire].repondre,
    'Réponse enregistrée.',
    apres,
  );
  const envoyer = async (): Promise<void> => {
    const rendue = await geste.faire({
      valeur: valeur.id,
      maison: SYMBOLES[partenaire],
      version: proposition.version,
      issue: suite,
      motif,
    });
    setIssue(rendue);
    if (rendue.sorte === 'fait') fermer();
  };
  const { unite, libelle } = valeur.indicateur;
  return (
    <Dialogue titre={`Répondre sur « ${libelle} »`} ouvert onFermer={fermer}>
      <p>
        {phrasesPartenaire(partenaire).sujet} propose{' '}
        {direValeur({ valeur: proposition.proposee, masque: false }, unite)} au lieu de{' '}
        {direValeur(valeur, unite) ?? 'la valeur officielle'} : {proposition.motif}
      </p>
      <Selection<'RETENUE' | 'ECARTEE'>
        libelle="Réponse"
        valeur={suite}
        onChange={setSuite}
        options={[
          { valeur: 'ECARTEE', libelle: 'Écarter : la valeur officielle reste' },
          { valeur: 'RETENUE', libelle: 'Retenir : votre maison publiera la valeur corrigée' },
        ]}
      />
      {suite === 'RETENUE' && (
        <p>
          Rien ne change encore : publiez ensuite la valeur corrigée par un fichier, en bas de cette
          page.
        </p>
      )}
      <Champ
        libelle="Motif"
        aide="Il se lit à côté de la contre-proposition. De 10 à 1 000 caractères."
        valeur={motif}
        onChange={setMotif}
        multiligne
        lignes={3}
        longueurMax={1000}
        requis
      />
      <IssueDeGesteLue issue={issue} />
      <Bouton
        variante="principal"
        enCours={geste.enCours}
        desactive={motif.trim().length < 10}
        onPress={() => void envoyer()}
      >
        Répondre
      </Bouton>
    </Dialogue>
  );
}
