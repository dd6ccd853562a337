import {
  formaterDate,
  formaterDateProche,
  formaterLe,
  ListeLue,
  naviguer,
  peutAgir,
  setPage,
  useAgent,
  useGeste,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  Champ,
  type ColonneTableau,
  EntetePage,
  EtatErreur,
  MarqueDemonstration,
  Moment,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect, useState } from 'react';
import {
  ArreterSituationDocument,
  type SituationListeeFragment,
  SituationsDocument,
} from '../generated/graphql.js';
import { situationsEnTableau } from './situations-en-tableau.js';
import { TravauxEnCours } from './travaux-en-cours.js';

const TITRE = 'Arrêtés de situation';

/** States frozen for the préfet and the président, and how to freeze another. */
export function PageSituations(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const agent = useAgent();
  const lecture = useSuite(SituationsDocument, {}, (donnees) => donnees.situations, {
    partenaires: ['etat'],
  });
  return (
    <>
      <EntetePage
        titre={TITRE}
        chapo={
          <p>
            L’état de tout ce que les trois maisons ont publié, figé un jour, signé, relisible et
            imprimable plus tard.
          </p>
        }
      />
      {peutAgir(agent, 'etat:situation:arreter') && <Arreter />}
      <TravauxEnCours />
      <ListeLue
        lecture={lecture}
        partenaire="etat"
        nom="arrêtés"
        exporter={({ elements }) => situationsEnTableau(elements)}
        vide={{
          titre: 'Aucun arrêté de situation.',
          texte: 'Le chef de projet de l’État en arrête un avant chaque comité régional.',
        }}
      >
        {(situations) => (
          <Tableau
            legende="Arrêtés de situation"
            colonnes={COLONNES}
            lignes={situations}
            cleDe={({ id }) => id}
          />
        )}
      </ListeLue>
    </>
  );
}

function Arreter(): ReactNode {
  const geste = useGeste(ArreterSituationDocument, 'L’arrêté se prépare.', () => undefined);
  const [titre, setTitre] = useState('');
  const [refus, setRefus] = useState<{ code: string | null; message: string } | null>(null);
  const arreter = async (incomplet: boolean): Promise<void> => {
    setRefus(null);
    const issue = await geste.faire({ titre, incomplet });
    if (issue.sorte === 'fait') {
      if (issue.acte.travail) naviguer(`/situation/${issue.acte.travail.id}`);
    } else if (issue.sorte === 'erreur') setRefus({ code: null, message: issue.erreur.message });
    else setRefus({ code: issue.sorte === 'refus' ? issue.code : null, message: issue.message });
  };
  return (
    <Carte titre="Arrêter la situation">
      <form
        onSubmit={(evenement) => {
          evenement.preventDefault();
          void arreter(false);
        }}
      >
        <Champ
          libelle="Titre"
          valeur={titre}
          onChange={setTitre}
          requis
          longueurMax={200}
          aide="Par exemple : comité régional de janvier."
        />
        <div className="p-actions">
          <Bouton type="submit" variante="principal" enCours={geste.enCours}>
            Arrêter et signer
          </Bouton>
          {refus?.code === 'PARTENAIRE_ABSENT' && (
            <Bouton onPress={() => void arreter(true)}>Arrêter sans la maison absente</Bouton>
          )}
        </div>
        {refus && <EtatErreur titre="Rien n’a été arrêté" message={refus.message} />}
      </form>
    </Carte>
  );
}

const COLONNES: ColonneTableau<SituationListeeFragment>[] = [
  {
    cle: 'titre',
    entete: 'Arrêté',
    titreDeLigne: true,
    rendu: ({ id, titre, demonstration }) => (
      <>
        <a href={`/situation/${id}`}>{titre}</a> {demonstration && <MarqueDemonstration />}
      </>
    ),
  },
  { cle: 'le', entete: 'État au', rendu: ({ le }) => formaterDate(le) },
  { cle: 'par', entete: 'Arrêté par', rendu: ({ auteur }) => auteur },
  {
    cle: 'quand',
    entete: 'Signé',
    rendu: ({ arreteeLe }) => (
      <Moment
        iso={arreteeLe}
        proche={formaterDateProche(arreteeLe)}
        exact={formaterLe(arreteeLe)}
      />
    ),
  },
  {
    cle: 'manque',
    entete: 'Maisons absentes',
    rendu: ({ manquants }) => (manquants.length === 0 ? 'aucune' : manquants.join(', ')),
  },
];
