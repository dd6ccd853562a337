import { ExportsDeListe, modifierRecherche, useChemin } from '@passerelle/portal-kit';
import { Bouton, Carte, EtatVide, Pagination, Selection } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { LectureImpossible } from '../../pages/lecture-impossible.js';
import { EDITEURS, nomEditeur } from '../commun/editeurs.js';
import { Lecture } from '../commun/lecture.js';
import { PageDeRegistre } from '../commun/page-de-registre.js';
import { CANAUX, LIBELLES_CANAL } from '../registre/lire-canal.js';
import { CHOIX_EVENEMENTS } from './evenements.js';
import { type FiltresDuJournal, lireFiltresDuJournal } from './filtres.js';
import { LigneDuJournal } from './ligne-de-journal.js';
import { lireToutLeJournal } from './lire-tout-le-journal.js';
import { useJournal } from './use-journal.js';

/** Everything that was published, refused or changed, newest first. */
export function PageJournal({ administrateur }: { administrateur: boolean }): ReactNode {
  const filtres = lireFiltresDuJournal(useChemin().recherche);
  const { lecture, ...suite } = useJournal(filtres);
  return (
    <PageDeRegistre
      titre="Journal des publications"
      adresse="/publications/journal"
      administrateur={administrateur}
      chapo={
        <p>
          Ce qui a été publié, refusé ou repris, par qui et à partir de quel commit. Rien ne s’en
          efface.
        </p>
      }
    >
      <BarreDeFiltres filtres={filtres} />
      <Lecture lecture={lecture} libelle="Lecture du journal" lignes={14}>
        {({ entrees }) =>
          entrees.length === 0 ? (
            <JournalVide filtres={filtres} />
          ) : (
            <Carte>
              <ol className="p-liste" aria-label="Lignes du journal, la plus récente d’abord">
                {entrees.map((ligne) => (
                  <LigneDuJournal key={ligne.rang} ligne={ligne} administrateur={administrateur} />
                ))}
              </ol>
              {suite.erreurDeSuite !== null && (
                <LectureImpossible erreur={suite.erreurDeSuite} relancer={suite.afficherLaSuite} />
              )}
              <Pagination
                affiches={entrees.length}
                nom={entrees.length < 2 ? 'ligne' : 'lignes'}
                suite={suite.aUneSuite}
                enCours={suite.suiteEnCours}
                onSuite={suite.afficherLaSuite}
              />
              <ExportsDeListe
                nom="journal des publications"
                lire={(suivi) => lireToutLeJournal(filtres, suivi)}
              />
            </Carte>
          )
        }
      </Lecture>
    </PageDeRegistre>
  );
}

function BarreDeFiltres({ filtres }: { filtres: FiltresDuJournal }): ReactNode {
  return (
    <search className="s-filtres" aria-label="Filtrer le journal">
      <Selection
        libelle="Maison"
        valeur={filtres.editeur}
        onChange={(editeur) => modifierRecherche({ editeur })}
        options={[
          { valeur: '', libelle: 'Toutes' },
          ...EDITEURS.map((valeur) => ({ valeur, libelle: nomEditeur(valeur) })),
        ]}
      />
      <Selection
        libelle="Nature"
        valeur={filtres.evenement}
        onChange={(evenement) => modifierRecherche({ evenement })}
        options={[{ valeur: '', libelle: 'Toutes' }, ...CHOIX_EVENEMENTS]}
      />
      <Selection
        libelle="Canal"
        valeur={filtres.canal}
        onChange={(canal) => modifierRecherche({ canal })}
        options={[
          { valeur: '', libelle: 'Les deux' },
          ...CANAUX.map((valeur) => ({ valeur, libelle: LIBELLES_CANAL[valeur] })),
        ]}
      />
    </search>
  );
}

function JournalVide({ filtres }: { filtres: FiltresDuJournal }): ReactNode {
  const { editeur, evenement, canal } = filtres;
  if (editeur === '' && evenement === '' && canal === '') {
    return (
      <EtatVide titre="Le journal est vide.">
        <p>La première publication y écrira sa ligne.</p>
      </EtatVide>
    );
  }
  return (
    <EtatVide
      titre="Aucune ligne ne répond à ces filtres."
      actions={
        <Bouton onPress={() => modifierRecherche({ editeur: null, evenement: null, canal: null })}>
          Retirer les filtres
        </Bouton>
      }
    >
      <p>Ce qui n’est pas arrivé n’a pas de ligne.</p>
    </EtatVide>
  );
}
