import { ExportsDeListe, useChemin } from '@passerelle/portal-kit';
import {
  Bandeau,
  Carte,
  EntetePage,
  EtatVide,
  MarquePartenaire,
  Squelette,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { trouvaillesEnTableau } from './trouvailles-en-tableau.js';
import { useRecherche } from './use-recherche.js';

const PAR_GENRE = 20;

/** Everything that the three houses find, by kind; each thing says whose answer it is. */
export function PageRecherche(): ReactNode {
  const texte = (useChemin().recherche.get('q') ?? '').trim().slice(0, 100);
  const { groupes, enCours, note, lecture } = useRecherche(texte, PAR_GENRE);
  const titre = texte === '' ? 'Recherche' : `Recherche : ${texte}`;
  usePage(titre);
  const nombre = groupes.reduce((total, { trouvailles }) => total + trouvailles.length, 0);
  return (
    <>
      <EntetePage
        titre={titre}
        chapo={
          texte.length < 2 ? (
            <p>Écrivez au moins deux lettres dans la recherche, en haut de la page.</p>
          ) : (
            <p role="status">
              {enCours
                ? 'Recherche en cours…'
                : `${nombre} ${nombre > 1 ? 'résultats' : 'résultat'}`}
            </p>
          )
        }
      />
      {note !== null && <Bandeau ton="attention" titre={note} />}
      {lecture.erreur !== null && nombre === 0 && (
        <LectureImpossible erreur={lecture.erreur} relancer={lecture.relancer} />
      )}
      {enCours && nombre === 0 && <Squelette libelle="Recherche en cours" lignes={8} />}
      {!enCours && nombre === 0 && texte.length >= 2 && lecture.erreur === null && (
        <EtatVide titre="Rien ne correspond.">
          <p>Essayez un autre mot, un code (E07) ou le nom d’une commune.</p>
        </EtatVide>
      )}
      <div className="p-grille p-grille--2">
        {groupes.map((groupe) => (
          <Carte key={groupe.titre} titre={groupe.titre}>
            <ul className="p-liste">
              {groupe.trouvailles.map(({ titre: nom, sousTitre, chemin, partenaire }) => (
                <li key={`${chemin} ${nom}`}>
                  <span>
                    <a href={chemin}>{nom}</a>
                    {sousTitre !== null && <small>{sousTitre}</small>}
                  </span>
                  <MarquePartenaire partenaire={partenaire} />
                </li>
              ))}
            </ul>
          </Carte>
        ))}
      </div>
      {nombre > 0 && !enCours && (
        <ExportsDeListe
          nom={`recherche ${texte}`}
          lire={() =>
            trouvaillesEnTableau(groupes, { note, parGenre: PAR_GENRE, origine: location.origin })
          }
        />
      )}
    </>
  );
}
