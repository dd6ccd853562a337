import {
  type ContrePropositionLue,
  DOCUMENTS_D_INDICATEURS,
  direValeur,
  type IssueDeGeste,
  IssueDeGesteLue,
  phrasesPartenaire,
  useGeste,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue, type Partenaire, Selection } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';

type Suite = 'RETENUE' | 'ECARTEE';

const SYMBOLES = { etat: 'ETAT', region: 'REGION', 'pole-emploi': 'POLE_EMPLOI' } as const;

/** What the owner of a figure answers to a house that counts otherwise. */
export function RepondreAUneProposition({
  proprietaire,
  maison,
  valeur,
  proposition,
  fermer,
  surReponse,
  apres,
}: {
  proprietaire: Partenaire;
  maison: Partenaire;
  valeur: ValeurLue;
  proposition: ContrePropositionLue;
  fermer: () => void;
  surReponse: (suite: Suite) => void;
  apres: () => void;
}): ReactNode {
  const [suite, setSuite] = useState<Suite>('ECARTEE');
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
      maison: SYMBOLES[maison],
      version: proposition.version,
      issue: suite,
      motif,
    });
    setIssue(rendue);
    if (rendue.sorte === 'fait') surReponse(suite);
  };
  const { unite, libelle } = valeur.indicateur;
  return (
    <Dialogue titre={`Répondre sur « ${libelle} »`} ouvert onFermer={fermer}>
      <p>
        {phrasesPartenaire(maison).sujet} propose{' '}
        {direValeur({ valeur: proposition.proposee, masque: false }, unite)} au lieu de{' '}
        {direValeur(valeur, unite) ?? 'la valeur officielle'} : {proposition.motif}
      </p>
      <Selection<Suite>
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
          La valeur officielle ne change pas encore : la publication de ce chiffre, déjà rempli,
          vous est proposée ensuite.
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
