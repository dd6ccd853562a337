import {
  contrePropositionsDe,
  DOCUMENTS_D_INDICATEURS,
  type IssueDeGeste,
  IssueDeGesteLue,
  peutAgir,
  useAgent,
  useGeste,
  type ValeurLue,
} from '@passerelle/portal-kit';
import { Bouton, Champ, Dialogue, type Partenaire } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { nombreSaisi } from './nombre-saisi.js';

/** Another house's way to say that it counts otherwise, beside the official figure. */
export function ProposerMesure({
  proprietaire,
  valeur,
  apres,
}: {
  proprietaire: Partenaire;
  valeur: ValeurLue;
  apres: () => void;
}): ReactNode {
  const agent = useAgent();
  const maison = agent?.partenaire ?? null;
  const [ouvert, setOuvert] = useState(false);
  if (maison === null || maison === proprietaire) return null;
  if (!peutAgir(agent, `${maison}:indicateur:proposer`)) return null;
  return (
    <>
      <Bouton variante="discret" onPress={() => setOuvert(true)}>
        Proposer un autre chiffre
      </Bouton>
      {ouvert && (
        <Formulaire maison={maison} valeur={valeur} fermer={() => setOuvert(false)} apres={apres} />
      )}
    </>
  );
}

function Formulaire({
  maison,
  valeur,
  fermer,
  apres,
}: {
  maison: Partenaire;
  valeur: ValeurLue;
  fermer: () => void;
  apres: () => void;
}): ReactNode {
  const deja = contrePropositionsDe(valeur).find(({ partenaire }) => partenaire === maison);
  const [proposee, setProposee] = useState(deja ? String(deja.proposition.proposee) : '');
  const [motif, setMotif] = useState(deja?.proposition.motif ?? '');
  const [methode, setMethode] = useState(deja?.proposition.methode ?? '');
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const geste = useGeste(
    DOCUMENTS_D_INDICATEURS[maison].proposer,
    'Contre-proposition enregistrée.',
    apres,
  );
  const nombre = nombreSaisi(proposee);
  const envoyer = async (): Promise<void> => {
    if (nombre === null) return;
    const rendue = await geste.faire({
      valeur: valeur.id,
      proposee: nombre,
      motif,
      methode,
      versionAttendue: deja?.proposition.version ?? 0,
    });
    setIssue(rendue);
    if (rendue.sorte === 'fait') fermer();
  };
  return (
    <Dialogue
      titre={`Un autre chiffre pour « ${valeur.indicateur.libelle} »`}
      ouvert
      onFermer={fermer}
    >
      <p>La valeur officielle ne change pas : votre chiffre se lit à côté, avec son motif.</p>
      <Champ
        libelle={`Valeur proposée (${valeur.indicateur.unite})`}
        valeur={proposee}
        onChange={setProposee}
        requis
        erreur={proposee !== '' && nombre === null ? 'Écrivez un nombre.' : undefined}
      />
      <Champ
        libelle="Motif"
        aide="Pourquoi votre maison compte autrement."
        valeur={motif}
        onChange={setMotif}
        multiligne
        lignes={3}
        longueurMax={1000}
        requis
      />
      <Champ
        libelle="Méthode"
        aide="Comment ce chiffre est établi."
        valeur={methode}
        onChange={setMethode}
        multiligne
        lignes={3}
        longueurMax={1000}
        requis
      />
      <IssueDeGesteLue issue={issue} />
      <Bouton
        variante="principal"
        enCours={geste.enCours}
        desactive={nombre === null || motif.trim().length < 10 || methode.trim().length < 10}
        onPress={() => void envoyer()}
      >
        Proposer ce chiffre
      </Bouton>
    </Dialogue>
  );
}
