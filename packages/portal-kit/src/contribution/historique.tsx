import {
  Dialogue,
  EtatErreur,
  EtatVide,
  Pagination,
  Pastille,
  PastilleMeteo,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { jourDemande } from '../date/jour-du-portail.js';
import { manqueEn } from '../graphe/manques.js';
import { useSuite } from '../graphe/suite.js';
import { ExportsDeListe } from '../listes/exports-de-liste.js';
import { ceQuiManque } from '../listes/remarques.js';
import { nomPartenaire, phrasesPartenaire } from '../partenaires/partenaire.js';
import { ETATS_VERSION, LIBELLES_VISIBILITE, type MaisonContributrice } from './contribution.js';
import { historiqueEnTableau } from './historique-en-tableau.js';
import { Version } from './version-lue.js';

export interface ProprietesHistorique {
  maison: MaisonContributrice;
  code: string;
  onFermer: () => void;
}

/** Every version that the reader may see, the latest first, page by page. */
export function Historique({ maison, code, onFermer }: ProprietesHistorique): ReactNode {
  const { partenaire } = maison;
  const lecture = useSuite(
    maison.historique,
    { code, le: jourDemande() },
    (donnees) => donnees.engagement?.contribution?.historique,
    { partenaires: [partenaire] },
  );
  const manque = manqueEn(lecture.manques, partenaire, []);
  const premiere = lecture.erreur ?? manque?.erreur ?? null;
  const erreur = premiere ?? lecture.erreurDeSuite;
  return (
    <Dialogue
      ouvert
      onFermer={onFermer}
      largeur="large"
      titre={`Historique ${phrasesPartenaire(partenaire).de}, ${code}`}
    >
      {lecture.enCours && <Squelette lignes={6} libelle="Lecture de l’historique" />}
      {erreur && (
        <EtatErreur
          titre={erreur.titre}
          message={erreur.message}
          reference={erreur.reference ?? undefined}
          onReessayer={premiere ? lecture.relancer : lecture.afficherLaSuite}
        />
      )}
      {!lecture.enCours && !erreur && lecture.elements.length === 0 && (
        <EtatVide titre="Aucune version publiée pour le moment.">
          La première apparaîtra ici avec sa publication.
        </EtatVide>
      )}
      <ol className="k-historique">
        {lecture.elements.map((version) => (
          <li key={`${version.id}:${version.version}`}>
            <p className="k-historique__tete">
              <strong>Version {version.version}</strong>
              <PastilleMeteo meteo={version.meteo} />
              <Pastille>{ETATS_VERSION[version.etat]}</Pastille>
              <span className="k-discret">
                Lue par : {LIBELLES_VISIBILITE[version.visibilite].nom.toLowerCase()}
              </span>
            </p>
            <Version partenaire={partenaire} version={version} />
          </li>
        ))}
      </ol>
      {lecture.elements.length > 0 && (
        <Pagination
          affiches={lecture.elements.length}
          nom="versions"
          suite={lecture.aUneSuite}
          enCours={lecture.suiteEnCours}
          onSuite={lecture.afficherLaSuite}
        />
      )}
      {lecture.elements.length > 0 && (
        <ExportsDeListe
          nom={`historique ${nomPartenaire(partenaire)} ${code}`}
          lire={async (suivi) => {
            const liste = await lecture.toutLire(suivi);
            const tableau = historiqueEnTableau(partenaire, code, liste.elements);
            return { ...tableau, remarques: ceQuiManque(liste) };
          }}
        />
      )}
    </Dialogue>
  );
}
