import { ecrireDocx, ecrireXlsx, nomDeFichier, telecharger } from '@passerelle/portal-files';
import { formaterDate, formaterLe, setPage, useLecture } from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  type ColonneTableau,
  EntetePage,
  EtatVide,
  MarqueDemonstration,
  Proprietes,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { SituationArreteeDocument, type SituationListeeFragment } from '../generated/graphql.js';
import { LectureEtat } from '../memoire/lecture-etat.js';
import { documentDe, feuillesDe, nomFige } from './fichiers.js';
import {
  type ContenuFige,
  type DecisionFigee,
  type EngagementFige,
  type FicheFigee,
  lireContenu,
  MAISONS_FIGEES,
} from './lire-contenu.js';

/** A frozen state, as it was: read, printed, taken away. */
export function PageSituation({ id }: { id: string }): ReactNode {
  const lecture = useLecture(SituationArreteeDocument, { id }, { partenaires: ['etat'] });
  const arretee = lecture.donnees?.situation;
  useEffect(() => setPage({ titre: arretee?.titre ?? 'Arrêté de situation' }), [arretee?.titre]);
  if (lecture.donnees && lecture.manques.length === 0 && !arretee) {
    return (
      <EtatVide titre="Cet arrêté n’existe pas.">
        <a href="/situation">Voir tous les arrêtés</a>
      </EtatVide>
    );
  }
  return (
    <LectureEtat lecture={lecture} contenu={arretee} objet="l’arrêté de situation">
      {(situation) => (
        <Arretee situation={situation} contenu={lireContenu(situation.contenu ?? '')} />
      )}
    </LectureEtat>
  );
}

function Arretee({
  situation,
  contenu,
}: {
  situation: SituationListeeFragment;
  contenu: ContenuFige | null;
}): ReactNode {
  const nom = (extension: string): string => nomDeFichier([situation.id], extension);
  const enregistrer = async (extension: 'docx' | 'xlsx', lu: ContenuFige): Promise<void> => {
    const fichier =
      extension === 'docx'
        ? await ecrireDocx(documentDe(situation, lu))
        : await ecrireXlsx(feuillesDe(lu, situation.le));
    telecharger(fichier, nom(extension));
  };
  return (
    <>
      <EntetePage
        titre={situation.titre}
        fil={[{ libelle: 'Arrêtés de situation', href: '/situation' }]}
        chapo={
          <p>
            État au {formaterDate(situation.le)}.{' '}
            {situation.demonstration && <MarqueDemonstration />}
          </p>
        }
        actions={
          contenu && (
            <>
              <Bouton onPress={() => print()}>Imprimer</Bouton>
              <Bouton onPress={() => void enregistrer('docx', contenu)}>DOCX</Bouton>
              <Bouton onPress={() => void enregistrer('xlsx', contenu)}>XLSX</Bouton>
            </>
          )
        }
      />
      <div className="p-grille">
        <Carte titre="Ce qui est figé">
          <Proprietes
            elements={[
              { nom: 'Arrêté par', valeur: situation.auteur },
              { nom: 'Signé', valeur: formaterLe(situation.arreteeLe) },
              { nom: 'Empreinte', valeur: <code>{situation.empreinte}</code> },
              {
                nom: 'Maisons absentes',
                valeur:
                  situation.manquants.length === 0 ? 'aucune' : situation.manquants.join(', '),
              },
            ]}
          />
        </Carte>
        {contenu === null ? (
          <EtatVide titre="Le contenu de cet arrêté ne se lit pas ici.">
            Son empreinte reste vraie : demandez le texte par le graphe.
          </EtatVide>
        ) : (
          <>
            <Carte titre={`Engagements (${contenu.engagements.length})`}>
              <Tableau
                legende="Engagements, tels que chaque maison les avait publiés"
                colonnes={colonnesDesEngagements(situation.le)}
                lignes={contenu.engagements}
                cleDe={({ code }) => code}
              />
            </Carte>
            <Carte titre={`Décisions (${contenu.decisions.length})`}>
              <Tableau
                legende="Décisions des instances"
                colonnes={DECISIONS}
                lignes={contenu.decisions.slice(0, MONTREES)}
                cleDe={({ id }) => id}
              />
              {contenu.decisions.length > MONTREES && (
                <p className="p-pied">
                  Les {contenu.decisions.length} décisions sont dans les fichiers DOCX et XLSX.
                </p>
              )}
            </Carte>
            <Carte titre={`Fiches action (${contenu.fiches.length})`}>
              <Tableau
                legende="Fiches action publiées"
                colonnes={FICHES}
                lignes={contenu.fiches.slice(0, MONTREES)}
                cleDe={({ id }) => id}
              />
              {contenu.fiches.length > MONTREES && (
                <p className="p-pied">
                  Les {contenu.fiches.length} fiches sont dans les fichiers DOCX et XLSX.
                </p>
              )}
            </Carte>
          </>
        )}
      </div>
    </>
  );
}

const MONTREES = 200;

/** @param le - civil date of the state */
const colonnesDesEngagements = (le: string): ColonneTableau<EngagementFige>[] => [
  {
    cle: 'engagement',
    entete: 'Engagement',
    titreDeLigne: true,
    rendu: ({ code, libelle }) => (
      <>
        {code} {libelle}
      </>
    ),
  },
  ...MAISONS_FIGEES.map(
    (maison): ColonneTableau<EngagementFige> => ({
      cle: maison,
      entete: nomFige(maison, le),
      rendu: ({ contributions }) => {
        const dite = contributions[maison];
        return dite === null
          ? 'rien de publié'
          : `${dite.avancement} %, ${dite.meteo.toLowerCase()}`;
      },
    }),
  ),
];

const DECISIONS: ColonneTableau<DecisionFigee>[] = [
  { cle: 'texte', entete: 'Décision', titreDeLigne: true, rendu: ({ texte }) => texte },
  { cle: 'responsable', entete: 'Responsable', rendu: ({ responsable }) => responsable },
  {
    cle: 'echeance',
    entete: 'Échéance',
    rendu: ({ echeance }) => (echeance === null ? 'aucune' : formaterDate(echeance)),
  },
  { cle: 'statut', entete: 'État', rendu: ({ statut }) => statut.toLowerCase().replace('_', ' ') },
];

const FICHES: ColonneTableau<FicheFigee>[] = [
  { cle: 'titre', entete: 'Fiche', titreDeLigne: true, rendu: ({ titre }) => titre },
  { cle: 'engagement', entete: 'Engagement', rendu: ({ engagement }) => engagement ?? 'aucun' },
  {
    cle: 'fin',
    entete: 'Fin',
    rendu: ({ fin }) => (fin === null ? 'non datée' : formaterDate(fin)),
  },
  { cle: 'statut', entete: 'État', rendu: ({ statut }) => statut.toLowerCase().replace('_', ' ') },
];
