import { ExportsDeListe, setPage, useLecture } from '@passerelle/portal-kit';
import { Carte, EntetePage, MarqueDemonstration } from '@passerelle/portal-ui';
import { type ReactNode, useEffect } from 'react';
import { CouvertureDocument, type CouvertureQuery } from '../generated/graphql.js';
import { couvertureEnTableau } from './couverture-en-tableau.js';
import { LectureEtat } from './lecture-etat.js';
import { MenuMemoire } from './menu-memoire.js';

const TITRE = 'Couverture';

type Engagement = NonNullable<CouvertureQuery['engagements']>[number];
type Texte = NonNullable<CouvertureQuery['principes']>[number];
type Axe = 'principes' | 'chantiers';

/** Which engagements answer to which principles and chantiers; what has no wording is empty. */
export function PageCouverture(): ReactNode {
  useEffect(() => setPage({ titre: TITRE }), []);
  const lecture = useLecture(CouvertureDocument, {}, { partenaires: ['etat'] });
  const { principes, chantiers, engagements } = lecture.donnees ?? {};
  const lus = principes && chantiers && engagements ? { principes, chantiers, engagements } : null;
  return (
    <>
      <EntetePage
        titre="Couverture des principes et des chantiers"
        chapo={
          <p>
            À quoi répond chaque engagement : les dix principes du rapport de 2023 et les huit
            chantiers du plein emploi. <MarqueDemonstration />
          </p>
        }
      />
      <MenuMemoire courant="/couverture" />
      <LectureEtat lecture={lecture} contenu={lus} objet="la couverture">
        {(lu) => (
          <>
            <div className="p-grille">
              <Matrice
                titre="Principes du rapport"
                axe="principes"
                textes={lu.principes}
                engagements={lu.engagements}
              />
              <Matrice
                titre="Chantiers du plein emploi"
                axe="chantiers"
                textes={lu.chantiers}
                engagements={lu.engagements}
              />
            </div>
            <ExportsDeListe
              nom="couverture"
              lire={() => couvertureEnTableau(lu, lecture.lueA.etat)}
            />
          </>
        )}
      </LectureEtat>
    </>
  );
}

function Matrice({
  titre,
  axe,
  textes,
  engagements,
}: {
  titre: string;
  axe: Axe;
  textes: readonly Texte[];
  engagements: readonly Engagement[];
}): ReactNode {
  return (
    <Carte titre={titre}>
      <ol className="p-liste">
        {textes.map(({ numero, libelle }) => {
          const repondent = engagements.filter(({ referencesEtat }) =>
            referencesEtat?.[axe].some((texte) => texte.numero === numero),
          );
          return (
            <li key={numero}>
              <div>
                <strong>
                  {numero}. {libelle ?? 'Libellé non fourni'}
                </strong>
                {libelle === null && <> : ce texte n’a pas encore été chargé avec sa source.</>}
                <br />
                {repondent.length === 0
                  ? 'Aucun engagement n’y répond.'
                  : repondent.map(({ code, libelle: sujet }, index) => (
                      <span key={code}>
                        {index > 0 && ', '}
                        <a href={`/protocole/${code}`} title={sujet}>
                          {code}
                        </a>
                      </span>
                    ))}
              </div>
            </li>
          );
        })}
      </ol>
    </Carte>
  );
}
