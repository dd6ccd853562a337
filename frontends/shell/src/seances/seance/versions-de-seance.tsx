import {
  type IssueDeGeste,
  IssueDeGesteLue,
  type PageDeListe,
  type TypedDocumentNode,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Bouton,
  Dialogue,
  EtatErreur,
  EtatVide,
  Pagination,
  Pastille,
  Squelette,
} from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import {
  type ObjetVersionne,
  RevenirEnArriereDocument,
  VersionsDeReleveDocument,
  VersionsDeSeanceDocument,
  VersionsDOrdreDuJourDocument,
  type VersionsLuesFragment,
} from '../../generated/graphql.js';
import { direAuteur, direChangement } from './dire-changement.js';
import { useGesteDeSeance } from './geste-de-seance.js';
import type { VueDeSeance } from './vue-de-seance.js';

type VersionLue = VersionsLuesFragment['nodes'][number];
type PageDeVersions = PageDeListe<VersionLue> | null | undefined;

interface LectureDeVersions {
  seance?: { versions?: PageDeVersions; releve?: { versions?: PageDeVersions } | null } | null;
}

const OBJETS: Readonly<
  Record<
    Exclude<ObjetVersionne, 'DECISION'>,
    {
      titre: string;
      bouton: string;
      document: TypedDocumentNode<LectureDeVersions, { id: string; after?: string | null }>;
      pageDe: (donnees: LectureDeVersions) => PageDeVersions;
    }
  >
> = {
  SEANCE: {
    titre: 'Versions de la séance et de ses présences',
    bouton: 'Versions de la séance',
    document: VersionsDeSeanceDocument,
    pageDe: (donnees) => donnees.seance?.versions,
  },
  ORDRE_DU_JOUR: {
    titre: 'Versions de l’ordre du jour',
    bouton: 'Versions de l’ordre du jour',
    document: VersionsDOrdreDuJourDocument,
    pageDe: (donnees) => donnees.seance?.versions,
  },
  RELEVE: {
    titre: 'Versions du relevé',
    bouton: 'Versions du relevé',
    document: VersionsDeReleveDocument,
    pageDe: (donnees) => donnees.seance?.releve?.versions,
  },
};

interface ProprietesVersions {
  vue: VueDeSeance;
  objet: Exclude<ObjetVersionne, 'DECISION'>;
  /** A former version may still be written again. */
  retablissable: boolean;
}

/** What was changed, by whom and when; and the way back. */
export function VersionsDeSeance(proprietes: ProprietesVersions): ReactNode {
  const [ouvert, setOuvert] = useState(false);
  const { titre, bouton } = OBJETS[proprietes.objet];
  return (
    <>
      <Bouton variante="discret" onPress={() => setOuvert(true)}>
        {bouton}
      </Bouton>
      <Dialogue ouvert={ouvert} onFermer={() => setOuvert(false)} titre={titre} largeur="large">
        {ouvert && <ListeDesVersions {...proprietes} />}
      </Dialogue>
    </>
  );
}

function ListeDesVersions({ vue, objet, retablissable }: ProprietesVersions): ReactNode {
  const { document, pageDe } = OBJETS[objet];
  const id = vue.seance.id;
  const lecture = useSuite(document, { id }, pageDe, {
    partenaires: ['etat'],
    mouvements: (mouvement) => mouvement.nature === 'seance' && mouvement.seance === id,
  });
  const [issue, setIssue] = useState<IssueDeGeste | null>(null);
  const { faire, enCours } = useGesteDeSeance(
    RevenirEnArriereDocument,
    id,
    'Version rétablie, comme une nouvelle version.',
  );
  const presente = lecture.elements.find((version) => version.presente);
  const erreur = lecture.erreur ?? lecture.erreurDeSuite;
  if (lecture.enCours) return <Squelette lignes={6} libelle="Lecture des versions" />;
  if (erreur) {
    return (
      <EtatErreur
        titre={erreur.titre}
        message={erreur.message}
        reference={erreur.reference ?? undefined}
        onReessayer={lecture.erreur ? lecture.relancer : lecture.afficherLaSuite}
      />
    );
  }
  if (lecture.elements.length === 0) {
    return <EtatVide titre="Aucune version n’est encore enregistrée." />;
  }
  return (
    <>
      <IssueDeGesteLue issue={issue} />
      <ol className="k-historique">
        {lecture.elements.map((version) => (
          <li key={version.version}>
            <p className="k-historique__tete">
              <strong>Version {version.version}</strong>
              {version.presente && <Pastille ton="ok">en vigueur</Pastille>}
              <span className="k-discret">{direAuteur(version)}</span>
            </p>
            <Changements version={version} />
            {retablissable && presente && !version.presente && (
              <Bouton
                variante="discret"
                enCours={enCours}
                desactive={vue.suspendu}
                onPress={() =>
                  void faire({
                    objet,
                    id,
                    version: version.version,
                    versionAttendue: presente.version,
                  }).then(setIssue)
                }
              >
                Rétablir la version {version.version}
              </Bouton>
            )}
          </li>
        ))}
      </ol>
      <Pagination
        affiches={lecture.elements.length}
        nom={lecture.elements.length > 1 ? 'versions' : 'version'}
        suite={lecture.aUneSuite}
        enCours={lecture.suiteEnCours}
        onSuite={lecture.afficherLaSuite}
      />
    </>
  );
}

function Changements({ version }: { version: VersionLue }): ReactNode {
  return (
    <>
      {version.changements.length > 0 ? (
        <ul>
          {version.changements.map((changement) => (
            <li key={JSON.stringify(changement)}>{direChangement(changement)}</li>
          ))}
        </ul>
      ) : (
        <p className="k-discret">
          {version.version === 1
            ? 'Première version.'
            : 'Rien de ce que le portail compare n’a changé.'}
        </p>
      )}
      {version.texte && (
        <details>
          <summary>Texte de la version {version.version}</summary>
          <div className="k-commentaire">{version.texte}</div>
        </details>
      )}
    </>
  );
}
