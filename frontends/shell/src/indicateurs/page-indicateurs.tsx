import {
  cheminIndicateur,
  DOCUMENTS_D_INDICATEURS,
  direPeriode,
  ExportsDeListe,
  jourDuPortail,
  PanneauPartenaire,
  phrasesPartenaire,
  useLecture,
} from '@passerelle/portal-kit';
import { EntetePage, LienBouton, PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { usePage } from '../page.js';
import { lireCatalogues } from './lire-catalogues.js';

/** What each house counts; three panels side by side, in the protocol's order, never ranked. */
export function PageIndicateurs(): ReactNode {
  usePage('Indicateurs');
  return (
    <>
      <EntetePage
        titre="Indicateurs"
        chapo={
          <p>
            Chaque maison publie ses chiffres, avec leur périmètre, leur méthode et leur date. Un
            indicateur de contexte décrit un territoire ; aucun n’est la note d’un partenaire.
          </p>
        }
        actions={<LienBouton href="/territoires/comparer">Comparer deux territoires</LienBouton>}
      />
      <div className="p-grille p-grille--3">
        {PARTENAIRES.map((partenaire) => (
          <Catalogue key={partenaire} partenaire={partenaire} />
        ))}
      </div>
      <ExportsDeListe nom="indicateurs" lire={lireCatalogues} />
    </>
  );
}

function Catalogue({ partenaire }: { partenaire: Partenaire }): ReactNode {
  const lecture = useLecture(
    DOCUMENTS_D_INDICATEURS[partenaire].catalogue,
    { le: jourDuPortail().le },
    { partenaires: [partenaire] },
  );
  const indicateurs = lecture.donnees?.indicateurs;
  return (
    <PanneauPartenaire
      partenaire={partenaire}
      objet={`les indicateurs ${phrasesPartenaire(partenaire).de}`}
      lecture={lecture}
      lu={Boolean(indicateurs)}
    >
      <ul className="p-liste">
        {(indicateurs ?? []).map(({ code, libelle, unite, nature, periodes, attendu }) => (
          <li key={code}>
            <span>
              <a href={cheminIndicateur(partenaire, code)}>{libelle}</a> ({unite})
              <small>
                {nature === 'CONTEXTE' ? 'Contexte' : 'Action'} ;{' '}
                {periodes[0] === undefined
                  ? `aucune valeur encore. ${attendu ?? ''}`
                  : `dernière période : ${direPeriode(periodes[0])}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </PanneauPartenaire>
  );
}
