import {
  ExportsDeListe,
  formaterDate,
  jourDuPortail,
  partenaireDuGraphe,
  setPage,
  useLecture,
} from '@passerelle/portal-kit';
import { Carte, EntetePage, MarquePartenaire } from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { FriseDocument } from '../generated/graphql.js';
import { direLaDate } from './dire-la-date.js';
import { friseEnTableau } from './frise-en-tableau.js';
import { LectureEtat } from './lecture-etat.js';
import { MenuMemoire } from './menu-memoire.js';
import { Sources } from './sources.js';

const TITRE = 'Frise';

/** What the houses did together since 2016, each step with its sources. */
export function PageFrise(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const lecture = useLecture(FriseDocument, {}, { partenaires: ['etat'] });
  return (
    <>
      <EntetePage
        titre="Ce que les partenaires ont fait ensemble"
        chapo={
          <p>
            Les étapes de la collaboration depuis 2016, avec leurs sources. Une date n’est pas plus
            précise que la source qui la donne. Tenu par <MarquePartenaire partenaire="etat" />.
          </p>
        }
      />
      <MenuMemoire courant="/frise" />
      <LectureEtat lecture={lecture} contenu={lecture.donnees?.frise} objet="la frise">
        {(etapes) => (
          <>
            <Carte>
              <Jour etapes={etapes} />
              <ol className="p-liste">
                {etapes.map(({ id, le, precision, titre, texte, partenaires, sources }) => (
                  <li key={id} id={`etape-${id}`}>
                    <div>
                      <h2>{titre}</h2>
                      <p>{texte}</p>
                      <p>
                        {partenaires.map((partenaire) => (
                          <span key={partenaire}>
                            <MarquePartenaire partenaire={partenaireDuGraphe(partenaire)} />{' '}
                          </span>
                        ))}
                      </p>
                      <Sources sources={sources} />
                    </div>
                    <time dateTime={le}>
                      {direLaDate(le, precision)}
                      {le > jourDuPortail().le && <small className="k-detail">à venir</small>}
                    </time>
                  </li>
                ))}
              </ol>
            </Carte>
            <ExportsDeListe
              nom="frise"
              lire={() => friseEnTableau(etapes, jourDuPortail().le, lecture.lueA.etat)}
            />
          </>
        )}
      </LectureEtat>
    </>
  );
}

/** How many of the steps are past on the day shown: the others are announced, not hidden. */
function Jour({ etapes }: { etapes: readonly { le: string }[] }): ReactNode {
  const { le: jour } = jourDuPortail();
  const aVenir = etapes.filter(({ le }) => le > jour).length;
  return (
    <p>
      {etapes.length - aVenir} étapes passées au {formaterDate(jour)}
      {aVenir > 0 && `, ${aVenir} à venir`}.
    </p>
  );
}
