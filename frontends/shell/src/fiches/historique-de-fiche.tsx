import {
  differences,
  formaterLe,
  jourDemande,
  LIBELLES_ACTE_FICHE,
  LIBELLES_ETAT_FICHE,
  phrasesPartenaire,
  TableauDesDifferences,
  useListeEntiere,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Carte,
  EtatVide,
  type Partenaire,
  Pastille,
  Selection,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { VERSIONS, type VersionLue } from './versions-lues.js';

/** What changed in a fiche, by whom and when: asked for, for few readers need it. */
export function HistoriqueDeFiche({ maison, id }: { maison: Partenaire; id: string }): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  return (
    <div className="s-large">
      <Carte titre="Historique">
        {ouvert ? (
          <Versions maison={maison} id={id} />
        ) : (
          <div className="p-actions">
            <Bouton onPress={() => setOuvert(true)}>Lire les versions de la fiche</Bouton>
          </div>
        )}
      </Carte>
    </div>
  );
}

function Versions({ maison, id }: { maison: Partenaire; id: string }): ReactNode {
  const lecture = useListeEntiere(
    VERSIONS[maison],
    { id, le: jourDemande() },
    (donnees) => donnees.fiche?.historique,
    { partenaires: [maison], mouvements: (mouvement) => mouvement.nature === 'fiche' },
  );
  if (lecture.enCours) return <Squelette lignes={4} libelle="Lecture de l’historique" />;
  if (lecture.erreur) {
    return <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />;
  }
  if (lecture.elements.length === 0) {
    return lecture.manquants.includes(maison) ? (
      <p role="status">
        {phrasesPartenaire(maison).sujet} ne répond pas : l’historique s’affichera dès son retour.
      </p>
    ) : (
      <EtatVide titre="Aucune version ne peut être lue." />
    );
  }
  return (
    <>
      <ol className="k-historique">
        {lecture.elements.map((version) => (
          <UneVersion key={version.version} version={version} />
        ))}
      </ol>
      {lecture.elements.length > 1 && <Comparaison versions={lecture.elements} />}
    </>
  );
}

function UneVersion({ version }: { version: VersionLue }): ReactNode {
  return (
    <li>
      <p className="k-historique__tete">
        <strong>Version {version.version}</strong>
        <Pastille ton={version.etat === 'PUBLIEE' ? 'ok' : 'attention'}>
          {version.renvoyee ? 'à reprendre' : LIBELLES_ETAT_FICHE[version.etat]}
        </Pastille>
      </p>
      <ul className="k-discret">
        {version.vie.map(({ acte, auteur, faitLe, motif }) => (
          <li key={acte}>
            {LIBELLES_ACTE_FICHE[acte]} {formaterLe(faitLe)} par {auteur}
            {motif && ` : ${motif}`}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Two versions side by side; at first the newest and the one before. */
function Comparaison({ versions }: { versions: readonly VersionLue[] }): ReactNode {
  const [avant, setAvant] = useState<string | null>(null);
  const [apres, setApres] = useState<string | null>(null);
  const [derniere, precedente] = versions;
  const trouver = (numero: string | null, sinon: VersionLue | undefined) =>
    versions.find(({ version }) => String(version) === numero) ?? sinon;
  const premiere = trouver(avant, precedente);
  const seconde = trouver(apres, derniere);
  if (!premiere || !seconde) return null;
  const options = versions.map(({ version }) => ({
    valeur: String(version),
    libelle: `Version ${version}`,
  }));
  return (
    <section aria-label="Comparer deux versions">
      <h3>Comparer deux versions</h3>
      <div className="k-paires">
        <Selection
          libelle="De"
          valeur={String(premiere.version)}
          onChange={setAvant}
          options={options}
        />
        <Selection
          libelle="À"
          valeur={String(seconde.version)}
          onChange={setApres}
          options={options}
        />
      </div>
      <TableauDesDifferences
        differences={differences(comparable(premiere), comparable(seconde))}
        avant={`Version ${premiere.version}`}
        apres={`Version ${seconde.version}`}
      />
    </section>
  );
}

function comparable(version: VersionLue): Parameters<typeof differences>[0] {
  return { ...version, territoires: version.territoires.map(({ nom }) => nom) };
}
