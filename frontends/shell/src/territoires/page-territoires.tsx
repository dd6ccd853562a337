import {
  ExportsDeListe,
  formaterNombre,
  type Maille,
  modifierRecherche,
  useAgent,
  useChemin,
  useLecture,
  useSuite,
} from '@passerelle/portal-kit';
import {
  Carte,
  CarteArrondissements,
  EntetePage,
  EtatVide,
  Pagination,
  Recherche,
  Selection,
  Squelette,
  Tableau,
} from '@passerelle/portal-ui';
import { type ReactNode, useMemo } from 'react';
import {
  CarteDesArrondissementsDocument,
  ListeTerritoiresDocument,
  type ListeTerritoiresQuery,
} from '../generated/graphql.js';
import { usePage } from '../page.js';
import { LectureImpossible } from '../pages/lecture-impossible.js';
import { cheminTerritoire } from '../route.js';
import { useTexteDansAdresse } from '../texte-dans-adresse.js';
import { lireTerritoires } from './lire-territoires.js';
import { estMaille, LIBELLES_MAILLE, MAILLES, situer } from './mailles.js';
import { territoiresEnTableau } from './territoires-en-tableau.js';

export function PageTerritoires(): ReactNode {
  usePage('Territoires');
  const { recherche } = useChemin();
  const demandee = recherche.get('q') ?? '';
  const mailleDemandee = recherche.get('maille') ?? '';
  const maille = estMaille(mailleDemandee) ? mailleDemandee : null;
  const champ = useTexteDansAdresse('q');

  return (
    <>
      <EntetePage
        titre="Territoires"
        chapo={
          <p>
            Communes, <abbr title="établissements publics de coopération intercommunale">EPCI</abbr>
            , arrondissements et départements de la région, tels que le code officiel géographique
            les définit.
          </p>
        }
      />
      <search className="s-filtres" aria-label="Chercher un territoire">
        <Recherche
          libelle="Nom ou code du territoire"
          libelleVisible
          placeholder="Denain, Saint-Omer, 59172…"
          valeur={champ.texte}
          onChange={champ.saisir}
          onValider={champ.terminer}
          onBlur={champ.terminer}
        />
        <Selection<Maille | ''>
          libelle="Maille"
          valeur={maille ?? ''}
          onChange={(valeur) => modifierRecherche({ maille: valeur })}
          options={[
            { valeur: '', libelle: 'Toutes les mailles' },
            ...MAILLES.map((valeur) => ({
              valeur,
              libelle: majuscule(LIBELLES_MAILLE[valeur].pluriel),
            })),
          ]}
        />
      </search>
      {demandee === '' && maille === null ? (
        <CarteDeLaRegion />
      ) : (
        <Resultats recherche={demandee} maille={maille} />
      )}
    </>
  );
}

function majuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr') + texte.slice(1);
}

/** Without a search: the arrondissements, mesh of the local employment services. */
function CarteDeLaRegion(): ReactNode {
  const agent = useAgent();
  const { donnees, erreur, enCours, relancer } = useLecture(CarteDesArrondissementsDocument, {});
  const arrondissements = useMemo(
    () =>
      (donnees?.territoires?.nodes ?? []).map(({ code, maille, nom, population, centre }) => ({
        code,
        nom,
        centre,
        href: cheminTerritoire({ code, maille }),
        detail: population === null ? undefined : formaterNombre(population),
      })),
    [donnees],
  );
  return (
    <Carte titre="Les arrondissements">
      {enCours && <Squelette libelle="Lecture des arrondissements" lignes={12} />}
      {arrondissements.length === 0 && erreur !== null && (
        <LectureImpossible erreur={erreur} relancer={relancer} />
      )}
      {arrondissements.length > 0 && (
        <>
          <p className="p-pied s-sans-marge">
            Un arrondissement, un service public de l’emploi local. Chaque case est à peu près à sa
            place ; toutes ont la même taille. Le nombre est celui des habitants.
          </p>
          <CarteArrondissements
            arrondissements={arrondissements}
            actif={
              agent?.territoire?.maille === 'ARRONDISSEMENT' ? agent.territoire.code : undefined
            }
          />
          <ExportsDeListe
            nom="arrondissements"
            lire={() => territoiresEnTableau(donnees?.territoires?.nodes ?? [])}
          />
        </>
      )}
    </Carte>
  );
}

type TerritoireListe = NonNullable<ListeTerritoiresQuery['territoires']>['nodes'][number];

function Resultats({ recherche, maille }: { recherche: string; maille: Maille | null }): ReactNode {
  const suite = useSuite(
    ListeTerritoiresDocument,
    { recherche: recherche === '' ? null : recherche, maille },
    (donnees) => donnees.territoires,
  );
  const { elements, erreur, erreurDeSuite, enCours, relancer } = suite;
  if (enCours) return <Squelette libelle="Recherche des territoires" forme="carte" lignes={10} />;
  if (elements.length === 0 && erreur !== null) {
    return <LectureImpossible erreur={erreur} relancer={relancer} />;
  }
  if (elements.length === 0) {
    return (
      <EtatVide titre={`Aucun territoire ne répond à « ${recherche} ».`}>
        <p>
          La recherche ignore les accents et les tirets. Essayez le début du nom, le code de la
          commune, ou toutes les mailles.
        </p>
      </EtatVide>
    );
  }
  return (
    <Carte>
      <Tableau
        legende="Territoires trouvés"
        lignes={elements}
        cleDe={(territoire) => `${territoire.maille}-${territoire.code}`}
        colonnes={[
          {
            cle: 'nom',
            entete: 'Territoire',
            titreDeLigne: true,
            rendu: (t: TerritoireListe) => (
              <span>
                <a href={cheminTerritoire(t)}>{t.nom}</a>
                {t.interregional && <small className="s-detail">à cheval sur deux régions</small>}
              </span>
            ),
          },
          { cle: 'nature', entete: 'Nature et lieu', rendu: situer },
          { cle: 'code', entete: 'Code', rendu: (t) => t.code, numerique: true },
          {
            cle: 'population',
            entete: 'Habitants',
            numerique: true,
            rendu: (t) => (t.population === null ? 'non connu' : formaterNombre(t.population)),
          },
        ]}
      />
      {erreurDeSuite !== null && (
        <LectureImpossible erreur={erreurDeSuite} relancer={suite.afficherLaSuite} />
      )}
      <Pagination
        affiches={elements.length}
        nom={elements.length < 2 ? 'territoire' : 'territoires'}
        suite={suite.aUneSuite}
        enCours={suite.suiteEnCours}
        onSuite={suite.afficherLaSuite}
      />
      <ExportsDeListe nom="territoires" lire={(suivi) => lireTerritoires(suite, suivi)} />
    </Carte>
  );
}
