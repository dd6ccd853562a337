import {
  type CleTerritoire,
  DOCUMENTS_D_INDICATEURS,
  direPeriode,
  direValeur,
  ExportsDeListe,
  ecrireTerritoire,
  FiltreTerritoire,
  formaterDate,
  jourDuPortail,
  lireTerritoire,
  modifierRecherche,
  PanneauPartenaire,
  useChemin,
  useLecture,
  type ValeurDuTerritoire,
} from '@passerelle/portal-kit';
import {
  EntetePage,
  EtatVide,
  MarqueDemonstration,
  PARTENAIRES,
  type Partenaire,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { FicheTerritoireDocument } from '../generated/graphql.js';
import { usePage } from '../page.js';
import { ChoixCompare } from './choix-compare.js';
import { lireComparaison } from './lire-comparaison.js';
import { rapprocher } from './rapprocher.js';

/** Two territories side by side, house by house; the same indicators, never a score. */
export function PageComparer(): ReactNode {
  usePage('Comparer deux territoires');
  const { recherche } = useChemin();
  const a = lireTerritoire(recherche.get('a'));
  const b = lireTerritoire(recherche.get('b'));
  return (
    <>
      <EntetePage
        titre="Comparer deux territoires"
        fil={[{ libelle: 'Territoires', href: '/territoires' }]}
        chapo={
          <p>
            Les mêmes indicateurs pour l’un et pour l’autre. Chacun garde sa période et sa source :
            deux périodes différentes ne se comparent pas.
          </p>
        }
      />
      <div className="p-grille p-grille--2">
        <ChoixCompare titre="Premier territoire">
          <FiltreTerritoire
            valeur={a}
            onChange={(choisi) => modifierRecherche({ a: ecrire(choisi) })}
          />
        </ChoixCompare>
        <ChoixCompare titre="Second territoire">
          <FiltreTerritoire
            valeur={b}
            onChange={(choisi) => modifierRecherche({ b: ecrire(choisi) })}
          />
        </ChoixCompare>
      </div>
      {a && b ? (
        <div className="s-suite">
          {PARTENAIRES.map((partenaire) => (
            <Comparaison key={partenaire} partenaire={partenaire} a={a} b={b} />
          ))}
          <ExportsDeListe nom="comparaison de territoires" lire={() => lireComparaison(a, b)} />
        </div>
      ) : (
        <EtatVide titre="Choisissez deux territoires.">
          Une région, un département ou un arrondissement : c’est à ces mailles que les indicateurs
          sont publiés.
        </EtatVide>
      )}
    </>
  );
}

function ecrire(territoire: CleTerritoire | null): string | null {
  return territoire === null ? null : ecrireTerritoire(territoire);
}

/** The territory's name; its code until it is read. */
function useNom({ code, maille }: CleTerritoire): string {
  const { donnees } = useLecture(FicheTerritoireDocument, { code, maille });
  return donnees?.territoire?.nom ?? code;
}

function Comparaison({
  partenaire,
  a,
  b,
}: {
  partenaire: Partenaire;
  a: CleTerritoire;
  b: CleTerritoire;
}): ReactNode {
  const { duTerritoire } = DOCUMENTS_D_INDICATEURS[partenaire];
  const { le } = jourDuPortail();
  const premiere = useLecture(duTerritoire, { ...a, le }, { partenaires: [partenaire] });
  const seconde = useLecture(duTerritoire, { ...b, le }, { partenaires: [partenaire] });
  const valeursA = premiere.donnees?.territoire?.indicateurs;
  const valeursB = seconde.donnees?.territoire?.indicateurs;
  const lignes = rapprocher(valeursA ?? [], valeursB ?? []);
  const nomA = useNom(a);
  const nomB = useNom(b);
  return (
    <PanneauPartenaire
      partenaire={partenaire}
      objet="ses indicateurs pour ces deux territoires"
      lecture={valeursA ? seconde : premiere}
      lu={Boolean(valeursA && valeursB)}
    >
      {lignes.length === 0 ? (
        <EtatVide titre="Aucune valeur à ce jour pour ces territoires." />
      ) : (
        <Tableau
          legende="Indicateurs des deux territoires"
          lignes={lignes}
          cleDe={({ code }) => code}
          colonnes={[
            {
              cle: 'indicateur',
              entete: 'Indicateur',
              titreDeLigne: true,
              rendu: (ligne) => <Indicateur valeur={ligne.a ?? ligne.b} />,
            },
            {
              cle: 'a',
              entete: nomA,
              rendu: (ligne) => <Valeur valeur={ligne.a} />,
            },
            {
              cle: 'b',
              entete: nomB,
              rendu: (ligne) => <Valeur valeur={ligne.b} />,
            },
          ]}
        />
      )}
    </PanneauPartenaire>
  );
}

function Indicateur({ valeur }: { valeur: ValeurDuTerritoire | null }): ReactNode {
  if (valeur === null) return null;
  const { libelle, perimetre, methode } = valeur.indicateur;
  return (
    <span>
      {libelle}
      <small className="s-detail">
        {perimetre} {methode}
      </small>
    </span>
  );
}

function Valeur({ valeur }: { valeur: ValeurDuTerritoire | null }): ReactNode {
  if (valeur === null) return 'non communiqué';
  return (
    <span>
      {direValeur(valeur, valeur.indicateur.unite) ?? 'non communiqué'}
      <small className="s-detail">
        {direPeriode(valeur.periode)}, arrêté au {formaterDate(valeur.dateValeur)}. {valeur.source}.{' '}
        {valeur.manquants.length > 0 && 'Somme incomplète. '}
        {valeur.demonstration && <MarqueDemonstration />}
      </small>
    </span>
  );
}
