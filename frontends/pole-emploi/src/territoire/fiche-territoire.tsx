import {
  cheminTerritoire,
  deNom,
  ecrireTerritoire,
  formaterDate,
  formaterNombre,
  IndicateursDuTerritoire,
  jourDuPortail,
  type Maille,
  PanneauPartenaire,
  useListeEntiere,
} from '@passerelle/portal-kit';
import { EtatVide, MarqueDemonstration } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { FichePoleEmploiDuTerritoireDocument } from '../generated/graphql.js';
import { derniereAnnee } from '../tensions/filtres.js';
import {
  arrondissementsDe,
  grouperParMetier,
  type MetierEnTension,
  trierParEtendue,
} from '../tensions/par-metier.js';

const METIERS_MONTRES = 6;

/** Pôle emploi's panel on a territory's sheet: where recruiting is hardest. */
export function FicheTerritoire({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const [annee] = useState(() => derniereAnnee(jourDuPortail()));
  const lecture = useListeEntiere(
    FichePoleEmploiDuTerritoireDocument,
    { code, maille, annee },
    (donnees) => donnees.territoire?.tensionsPoleEmploi,
    { partenaires: ['pole-emploi'] },
  );
  const { elements, erreurDeSuite } = lecture;
  const metiers = trierParEtendue(grouperParMetier(elements));
  const arrondissements = arrondissementsDe(metiers);
  const [premiere] = elements;
  const lu = Boolean(lecture.donnees?.territoire?.tensionsPoleEmploi) && erreurDeSuite === null;
  return (
    <PanneauPartenaire
      partenaire="pole-emploi"
      objet="les métiers en tension"
      lecture={
        erreurDeSuite
          ? { ...lecture, erreur: erreurDeSuite, relancer: lecture.afficherLaSuite }
          : lecture
      }
      lu={lu}
    >
      <PorteeDeLObservation maille={maille} arrondissements={arrondissements} />
      {premiere === undefined ? (
        <EtatVide titre={`Aucun métier en tension très forte en ${annee}.`}>
          <a href={`/tensions?territoire=${ecrireTerritoire({ code, maille })}`}>
            Voir les tensions moins fortes
          </a>
        </EtatVide>
      ) : (
        <>
          <h3>
            {metiers.length > 1
              ? `${formaterNombre(metiers.length)} métiers en tension très forte, ${annee}`
              : `Un métier en tension très forte, ${annee}`}
          </h3>
          <ul className="p-liste">
            {metiers.slice(0, METIERS_MONTRES).map((metier) => (
              <li key={metier.cle}>
                <span>
                  {metier.libelle} <span className="k-code">{metier.codeRome}</span>
                  {arrondissements.length > 1 && <small>{lieuxDe(metier)}</small>}
                </span>
              </li>
            ))}
          </ul>
          <p className="p-pied">
            {premiere.source}, arrêté au {formaterDate(premiere.arreteLe)}.{' '}
            {premiere.demonstration && (
              <MarqueDemonstration>valeurs de démonstration</MarqueDemonstration>
            )}
          </p>
          <p className="p-pied">
            <a href={`/tensions?territoire=${ecrireTerritoire({ code, maille })}`}>
              {metiers.length > METIERS_MONTRES
                ? 'Voir tous les métiers, à tous les niveaux'
                : 'Voir les autres niveaux de tension'}
            </a>
          </p>
        </>
      )}
      <IndicateursDuTerritoire partenaire="pole-emploi" code={code} maille={maille} />
    </PanneauPartenaire>
  );
}

const enumerer = new Intl.ListFormat('fr', { type: 'conjunction' });

function lieuxDe({ arrondissements }: MetierEnTension): string {
  return arrondissements.length <= 2
    ? enumerer.format(arrondissements.map(({ nom }) => nom))
    : `dans ${arrondissements.length} arrondissements`;
}

/** A commune or an EPCI has no tension of its own: says whose it is, and leads there. */
function PorteeDeLObservation({
  maille,
  arrondissements,
}: {
  maille: Maille;
  arrondissements: ReturnType<typeof arrondissementsDe>;
}): ReactNode {
  if (maille !== 'COMMUNE' && maille !== 'EPCI') return null;
  if (arrondissements.length === 0) return <p>La tension est observée par arrondissement.</p>;
  return (
    <p>
      La tension est observée par arrondissement. Voici celle{' '}
      {arrondissements.map((arrondissement, rang) => (
        <span key={arrondissement.code}>
          {rang > 0 && (rang === arrondissements.length - 1 ? ' et ' : ', ')}
          <a href={cheminTerritoire(arrondissement)}>{deNom(arrondissement.nom)}</a>
        </span>
      ))}
      .
    </p>
  );
}
