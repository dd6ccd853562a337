import {
  BoutonSuivre,
  Emplacement,
  ExportsDeListe,
  ecrireTerritoire,
  formaterNombre,
  type Maille,
  modifierRecherche,
  useChemin,
  useLecture,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Carte,
  EntetePage,
  EtatVide,
  LienBouton,
  Onglets,
  PARTENAIRES,
  Pagination,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import {
  EnfantsTerritoireDocument,
  FicheTerritoireDocument,
  type FicheTerritoireQuery,
} from '../generated/graphql.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { cheminTerritoire } from '../route.js';
import { lireTerritoires } from './lire-territoires.js';
import { estMaille, LIBELLES_MAILLE, MAILLES, MAILLES_ENFANTS } from './mailles.js';

type TerritoireLu = NonNullable<FicheTerritoireQuery['territoire']>;

/** A territory: what it is, what each house has there, what it is part of and made of. */
export function PageTerritoire({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const { donnees, erreur, enCours, relancer } = useLecture(FicheTerritoireDocument, {
    code,
    maille,
  });
  const territoire = donnees?.territoire ?? null;
  const nature = LIBELLES_MAILLE[maille].singulier;
  const attente = `${nature.charAt(0).toLocaleUpperCase('fr')}${nature.slice(1)} ${code}`;
  usePage(territoire === null ? attente : `${territoire.nom}, ${nature}`);
  const parents = [...(territoire?.parents ?? [])].sort(
    (a, b) => MAILLES.indexOf(a.maille) - MAILLES.indexOf(b.maille),
  );
  const fil = [
    { libelle: 'Territoires', href: '/territoires' },
    ...parents
      .filter((parent) => parent.maille !== 'REGION')
      .map((parent) => ({ libelle: parent.nom, href: cheminTerritoire(parent) })),
  ];
  if (territoire === null) {
    return (
      <>
        <EntetePage titre={attente} fil={fil} />
        {enCours && <Squelette libelle="Lecture du territoire" forme="carte" lignes={6} />}
        {!enCours && erreur !== null && <LectureImpossible erreur={erreur} relancer={relancer} />}
        {!enCours && erreur === null && (
          <EtatVide
            titre={`Aucun territoire ne porte ce code dans la région.`}
            actions={<LienBouton href="/territoires">Chercher un territoire</LienBouton>}
          >
            <p>Une commune a pu fusionner avec une autre : cherchez-la par son nom.</p>
          </EtatVide>
        )}
      </>
    );
  }
  return (
    <>
      <EntetePage
        titre={territoire.nom}
        fil={fil}
        chapo={<Faits territoire={territoire} />}
        actions={
          <>
            <LienBouton href={`/territoires/comparer?a=${ecrireTerritoire({ code, maille })}`}>
              Comparer
            </LienBouton>
            <BoutonSuivre genre="TERRITOIRE" cle={`${maille}:${code}`} nom={territoire.nom} />
          </>
        }
      />
      <h2 className="p-hors-ecran">Ce que les trois maisons y font</h2>
      <div className="p-grille p-grille--3 s-emplacements">
        {PARTENAIRES.map((partenaire) => (
          <Emplacement
            key={`${partenaire}-${maille}-${code}`}
            nom="territoire.fiche"
            partenaire={partenaire}
            proprietes={{ code, maille }}
          />
        ))}
      </div>
      <div className="s-suite">
        <Composition code={code} maille={maille} />
      </div>
    </>
  );
}

function Faits({ territoire }: { territoire: TerritoireLu }): ReactNode {
  const { maille, code, population, nombreCommunes, interregional, parents } = territoire;
  const nature = LIBELLES_MAILLE[maille].singulier;
  return (
    <>
      <p>
        {nature.charAt(0).toLocaleUpperCase('fr') + nature.slice(1)}, code {code}.{' '}
        {population !== null && `${formaterNombre(population)} habitants. `}
        {maille !== 'COMMUNE' && `${formaterNombre(nombreCommunes)} communes.`}
      </p>
      {interregional && (
        <p>
          À cheval sur deux régions : ces nombres comptent toutes ses communes, la liste ne montre
          que celles de la région.
        </p>
      )}
      {parents.length > 0 && (
        <p>
          Fait partie de :{' '}
          {parents.map((parent, rang) => (
            <span key={`${parent.maille}-${parent.code}`}>
              {rang > 0 && ', '}
              <a href={cheminTerritoire(parent)}>{parent.nom}</a> (
              {LIBELLES_MAILLE[parent.maille].singulier})
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}

/** What the territory is made of, one mesh at a time; the mesh chosen is in the address. */
function Composition({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const { recherche } = useChemin();
  const mailles = MAILLES_ENFANTS[maille];
  const demandee = recherche.get('enfants') ?? '';
  const [premiere] = mailles;
  if (premiere === undefined) return null;
  const active = estMaille(demandee) && mailles.includes(demandee) ? demandee : premiere;
  return (
    <Carte titre="Composition">
      {mailles.length === 1 ? (
        <Enfants code={code} maille={maille} enfants={active} />
      ) : (
        <Onglets
          libelle="Maille"
          actif={active}
          onChange={(cle) => modifierRecherche({ enfants: cle === premiere ? null : cle })}
          onglets={mailles.map((enfants) => ({
            cle: enfants,
            titre:
              LIBELLES_MAILLE[enfants].pluriel.charAt(0).toLocaleUpperCase('fr') +
              LIBELLES_MAILLE[enfants].pluriel.slice(1),
            contenu: <Enfants code={code} maille={maille} enfants={enfants} />,
          }))}
        />
      )}
    </Carte>
  );
}

function Enfants({
  code,
  maille,
  enfants,
}: {
  code: string;
  maille: Maille;
  enfants: Maille;
}): ReactNode {
  const { singulier, pluriel } = LIBELLES_MAILLE[enfants];
  const suite = useSuite(
    EnfantsTerritoireDocument,
    { code, maille, enfants },
    (donnees) => donnees.territoire?.enfants,
  );
  const { elements, erreur, erreurDeSuite, enCours, relancer } = suite;
  if (enCours) return <Squelette libelle={`Lecture des ${pluriel}`} lignes={10} />;
  if (elements.length === 0 && erreur !== null) {
    return <LectureImpossible erreur={erreur} relancer={relancer} />;
  }
  if (elements.length === 0) {
    return <EtatVide titre={`Aucun territoire de cette maille (${singulier}) ici.`} />;
  }
  return (
    <>
      <Tableau
        legende={`${pluriel} du territoire`}
        lignes={elements}
        cleDe={(territoire) => territoire.code}
        colonnes={[
          {
            cle: 'nom',
            entete: 'Nom',
            titreDeLigne: true,
            rendu: (territoire) => <a href={cheminTerritoire(territoire)}>{territoire.nom}</a>,
          },
          { cle: 'code', entete: 'Code', numerique: true, rendu: ({ code: c }) => c },
          ...(enfants === 'COMMUNE'
            ? []
            : [
                {
                  cle: 'communes',
                  entete: 'Communes',
                  numerique: true,
                  rendu: ({ nombreCommunes }: { nombreCommunes: number }) =>
                    formaterNombre(nombreCommunes),
                },
              ]),
          {
            cle: 'population',
            entete: 'Habitants',
            numerique: true,
            rendu: ({ population }) =>
              population === null ? 'non connu' : formaterNombre(population),
          },
        ]}
      />
      {erreurDeSuite !== null && (
        <LectureImpossible erreur={erreurDeSuite} relancer={suite.afficherLaSuite} />
      )}
      <Pagination
        affiches={elements.length}
        nom={elements.length < 2 ? singulier : pluriel}
        suite={suite.aUneSuite}
        enCours={suite.suiteEnCours}
        onSuite={suite.afficherLaSuite}
      />
      <ExportsDeListe nom={pluriel} lire={(suivi) => lireTerritoires(suite, suivi)} />
    </>
  );
}
