import { type Partenaire, Squelette } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { jourDuPortail } from '../date/jour-du-portail.js';
import { useLecture } from '../graphe/lecture.js';
import { manqueEn } from '../graphe/manques.js';
import { ExportsDeListe } from '../listes/exports-de-liste.js';
import type { Maille } from '../modules/emplacement.js';
import { LectureManquee } from '../partenaires/lecture-manquee.js';
import { nomPartenaire, phrasesPartenaire } from '../partenaires/partenaire.js';
import { DOCUMENTS_D_INDICATEURS } from './documents.js';
import type { ValeurDuTerritoire } from './indicateurs.js';
import { ValeurIndicateur } from './valeur-indicateur.js';

/** Indicators shown at once; the others behind one press. */
const MONTRES = 4;

/** A house's figures on a territory's sheet, under what else it says there. */
export function IndicateursDuTerritoire({
  partenaire,
  code,
  maille,
}: {
  partenaire: Partenaire;
  code: string;
  maille: Maille;
}): ReactNode {
  const lecture = useLecture(
    DOCUMENTS_D_INDICATEURS[partenaire].duTerritoire,
    { code, maille, le: jourDuPortail().le },
    { partenaires: [partenaire] },
  );
  const valeurs = lecture.donnees?.territoire?.indicateurs;
  const manque = valeurs ? null : manqueEn(lecture.manques, partenaire, []);
  return (
    <section
      className="k-indicateurs"
      aria-label={`Indicateurs ${phrasesPartenaire(partenaire).de}`}
    >
      <h3>Indicateurs</h3>
      {lecture.enCours && <Squelette lignes={4} libelle="Lecture des indicateurs" />}
      {!lecture.enCours &&
        !valeurs &&
        (manque ? (
          <LectureManquee manque={manque} objet="ses indicateurs" onReessayer={lecture.relancer} />
        ) : (
          <p role="status">Les indicateurs ne peuvent pas être lus pour le moment.</p>
        ))}
      {valeurs && <Liste partenaire={partenaire} maille={maille} valeurs={valeurs} />}
      {valeurs && valeurs.length > 0 && (
        <ExportsDeListe
          nom={`indicateurs ${nomPartenaire(partenaire)} ${code}`}
          lire={async () => {
            const { indicateursEnTableau } = await import('./indicateurs-en-tableau.js');
            const lueLe = lecture.lueA[partenaire];
            return indicateursEnTableau(partenaire, { code, maille }, valeurs, lueLe);
          }}
        />
      )}
    </section>
  );
}

/** What the finest sheets do not have, and why. */
const FINE =
  'Les effectifs de personnes s’arrêtent à l’arrondissement, pour que les petits nombres restent cachés : voyez celui dont ce territoire fait partie. Les autres indicateurs n’apparaissent que si leur maison a chargé une valeur d’EPCI ou de commune.';

function estFine(maille: Maille): boolean {
  return maille === 'EPCI' || maille === 'COMMUNE';
}

function Liste({
  partenaire,
  maille,
  valeurs,
}: {
  partenaire: Partenaire;
  maille: Maille;
  valeurs: readonly ValeurDuTerritoire[];
}): ReactNode {
  if (valeurs.length === 0) {
    return (
      <p>
        {estFine(maille)
          ? 'Aucune valeur à cette maille à ce jour.'
          : 'Aucune valeur à ce jour pour ce territoire.'}{' '}
        {estFine(maille) && FINE} <a href="/indicateurs">Voir tous les indicateurs</a>
      </p>
    );
  }
  const premieres = valeurs.slice(0, MONTRES);
  const suivantes = valeurs.slice(MONTRES);
  const montrer = (valeur: ValeurDuTerritoire): ReactNode => (
    <ValeurIndicateur key={valeur.id} partenaire={partenaire} valeur={valeur} />
  );
  return (
    <>
      {premieres.map(montrer)}
      {suivantes.length > 0 && (
        <details>
          <summary>
            {suivantes.length > 1
              ? `${suivantes.length} autres indicateurs`
              : 'Un autre indicateur'}
          </summary>
          {suivantes.map(montrer)}
        </details>
      )}
      {estFine(maille) && <p className="p-pied">{FINE}</p>}
    </>
  );
}
