import {
  EtatErreur,
  EtatVide,
  Pagination,
  type Partenaire,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { ExportsDeListe } from '../listes/exports-de-liste.js';
import type { ListeEntiereLue, TableauAExporter } from '../listes/liste-entiere-lue.js';
import { ceQuiManque } from '../listes/remarques.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { phrasesPartenaire } from '../partenaires/partenaire.js';
import { manqueEn } from './manques.js';
import type { Suite } from './suite.js';

export interface ProprietesListeLue<Element> {
  lecture: Suite<unknown, Element>;
  /** The house whose list it is, named when it is missing. */
  partenaire: Partenaire;
  /** Plural name of an element: « formations ». */
  nom: string;
  /** How many are shown, when the page keeps only some of those it read. */
  affiches?: number;
  /** How many there are in all, when that is known. */
  total?: number | undefined;
  /** What to say, and what to do, when nothing answers the filters. */
  vide: { titre: string; texte: ReactNode; actions?: ReactNode };
  /** The rows of its files: all that the filters keep. What is missing is added as a remark. */
  exporter?: (liste: ListeEntiereLue<Element>) => TableauAExporter | Promise<TableauAExporter>;
  /** Other files of the same list. */
  autresFichiers?: ReactNode;
  children: (elements: readonly Element[]) => ReactNode;
}

/** A paged list in all its states: on its way, missing, failed, empty, shown, continued. */
export function ListeLue<Element>({
  lecture,
  partenaire,
  nom,
  affiches,
  total,
  vide,
  exporter,
  autresFichiers,
  children,
}: ProprietesListeLue<Element>): ReactNode {
  const { elements, erreur, erreurDeSuite } = lecture;
  const objet = `les ${nom}`;
  if (lecture.enCours) return <Squelette lignes={10} libelle={`Lecture des ${nom}`} />;
  if (elements.length === 0) {
    const manque = manqueEn(lecture.manques, partenaire, []);
    if (lecture.manquants.includes(partenaire) || manque?.absent) {
      return (
        <EtatVide titre={`${phrasesPartenaire(partenaire).sujet} ne répond pas.`}>
          <span role="status">La liste s’affichera seule dès son retour.</span>
        </EtatVide>
      );
    }
    if (manque) {
      return <LectureManquee manque={manque} objet={objet} onReessayer={lecture.relancer} />;
    }
    if (erreur) {
      return (
        <EtatErreur
          titre={erreur.titre}
          message={erreur.message}
          reference={erreur.reference ?? undefined}
          onReessayer={lecture.relancer}
        />
      );
    }
    return (
      <EtatVide titre={vide.titre} actions={vide.actions}>
        {vide.texte}
      </EtatVide>
    );
  }
  return (
    <>
      {children(elements)}
      {erreurDeSuite && (
        <EtatErreur
          titre={erreurDeSuite.titre}
          message={erreurDeSuite.message}
          reference={erreurDeSuite.reference ?? undefined}
          onReessayer={lecture.afficherLaSuite}
        />
      )}
      <Pagination
        affiches={affiches ?? elements.length}
        total={total}
        nom={(affiches ?? elements.length) > 1 ? nom : nom.replace(/s$/, '')}
        suite={lecture.aUneSuite}
        enCours={lecture.suiteEnCours}
        onSuite={lecture.afficherLaSuite}
      />
      {exporter && (
        <ExportsDeListe
          nom={nom}
          autres={autresFichiers}
          lire={async (suivi) => {
            const liste = await lecture.toutLire(suivi);
            const tableau = await exporter(liste);
            return { ...tableau, remarques: [...ceQuiManque(liste), ...(tableau.remarques ?? [])] };
          }}
        />
      )}
    </>
  );
}
