import {
  type CleTerritoire,
  type ContrePropositionLue,
  DOCUMENTS_D_INDICATEURS,
  direPeriode,
  direValeur,
  type IssueDeGeste,
  IssueDeGesteLue,
  phrasesPartenaire,
  useGeste,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { Bandeau, Bouton, Champ, Dialogue, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { nombreSaisi } from './nombre-saisi.js';

/** The owner publishes the figure that it kept, as another house wrote it: nothing is typed again. */
export function PublierValeurRetenue({
  proprietaire,
  maison,
  territoire,
  valeur,
  proposition,
  fermer,
  apres,
}: {
  proprietaire: Partenaire;
  /** The house whose figure is kept. */
  maison: Partenaire;
  territoire: CleTerritoire;
  valeur: ValeurLue;
  proposition: ContrePropositionLue;
  fermer: () => void;
  apres: () => void;
}): ReactNode {
  const { libelle, unite, code } = valeur.indicateur;
  const [saisie, setSaisie] = useState(String(proposition.proposee).replace('.', ','));
  const [dateValeur, setDateValeur] = useState(valeur.dateValeur);
  const [source, setSource] = useState(
    `Contre-proposition ${phrasesPartenaire(maison).de}, retenue`,
  );
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const [erreurs, setErreurs] = useState<readonly { code: string; message: string }[]>([]);
  const geste = useGeste(
    DOCUMENTS_D_INDICATEURS[proprietaire].publier,
    'Valeur corrigée publiée.',
    apres,
  );
  const nombre = nombreSaisi(saisie);
  const envoyer = async (): Promise<void> => {
    if (nombre === null) return;
    const rendue = await geste.faire({
      indicateur: code,
      periode: valeur.periode,
      dateValeur,
      source: source.trim(),
      mesures: [{ maille: territoire.maille, territoire: territoire.code, valeur: nombre }],
      versionAttendue: valeur.version,
    });
    setIssue(rendue);
    setErreurs(rendue.sorte === 'refus' && rendue.acte ? rendue.acte.erreurs : []);
    if (rendue.sorte === 'fait') fermer();
  };
  return (
    <Dialogue titre={`Publier la valeur retenue : « ${libelle} »`} ouvert onFermer={fermer}>
      <p>
        {direPeriode(valeur.periode)}. Valeur officielle jusqu’ici :{' '}
        {direValeur(valeur, unite) ?? 'non communiquée'}. Elle change pour tous dès la publication ;
        les autres territoires restent tels quels.
      </p>
      <Champ
        libelle={`Valeur (${unite})`}
        aide={`Reprise de la contre-proposition ${phrasesPartenaire(maison).de}.`}
        valeur={saisie}
        onChange={setSaisie}
        requis
        erreur={nombre === null ? 'Écrivez un nombre.' : undefined}
      />
      <Champ libelle="Arrêtée au" type="date" valeur={dateValeur} onChange={setDateValeur} requis />
      <Champ libelle="Source" valeur={source} onChange={setSource} longueurMax={300} requis />
      <IssueDeGesteLue issue={issue} />
      {erreurs.length > 0 && (
        <Bandeau ton="attention" annonce="alerte" titre="Ce qui empêche de publier :">
          {erreurs.map(({ message }) => message).join(' ')}
        </Bandeau>
      )}
      <Bouton
        variante="principal"
        enCours={geste.enCours}
        desactive={nombre === null || source.trim().length < 3 || dateValeur === ''}
        onPress={() => void envoyer()}
      >
        Publier cette valeur
      </Bouton>
    </Dialogue>
  );
}
