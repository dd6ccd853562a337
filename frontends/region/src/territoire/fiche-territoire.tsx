import {
  ecrireTerritoire,
  formaterDate,
  formaterNombre,
  IndicateursDuTerritoire,
  type Maille,
  PanneauPartenaire,
  useLecture,
} from '@passerelle/portal-kit';
import { Chiffre, EtatVide, MarqueDemonstration } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { FicheRegionDuTerritoireDocument } from '../generated/graphql.js';

const FORMATIONS_MONTREES = 5;

/** The Région's panel on a territory's sheet: its training offer there. */
export function FicheTerritoire({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const lecture = useLecture(
    FicheRegionDuTerritoireDocument,
    { code, maille },
    { partenaires: ['region'] },
  );
  const offre = lecture.donnees?.territoire?.offreFormationRegion;
  const formations = lecture.donnees?.territoire?.formationsRegion;
  const ouvertes = (formations?.nodes ?? [])
    .filter(({ placesRestantes }) => placesRestantes > 0)
    .sort((a, b) => b.placesRestantes - a.placesRestantes)
    .slice(0, FORMATIONS_MONTREES);
  return (
    <PanneauPartenaire
      partenaire="region"
      objet="son offre de formation"
      lecture={lecture}
      lu={Boolean(offre ?? formations)}
    >
      {!offre || offre.formations === 0 ? (
        <EtatVide titre="Aucune formation enregistrée sur ce territoire.">
          Les formations voisines se trouvent sur la fiche de l’arrondissement.
        </EtatVide>
      ) : (
        <>
          <Chiffre
            libelle="Places de formation à pourvoir"
            valeur={formaterNombre(offre.placesRestantes)}
            partenaire="region"
            methode={`Sur ${formaterNombre(offre.places)} places de ${formaterNombre(offre.sessionsOuvertes)} sessions ouvertes. ${offre.methode}`}
            arreteLe={formaterDate(offre.arreteLe)}
            demonstration={offre.demonstration}
          />
          {ouvertes.length > 0 && <h3>Quelques formations ouvertes</h3>}
          <ul className="p-liste">
            {ouvertes.map((formation) => (
              <li key={formation.numeroOffre}>
                <span>
                  {formation.intitule}
                  <small>{formation.organisme}</small>
                </span>
                <small>
                  {formaterNombre(formation.placesRestantes)}{' '}
                  {formation.placesRestantes > 1 ? 'places' : 'place'}
                </small>
              </li>
            ))}
          </ul>
          <p className="p-pied">
            {formations?.nodes.some(({ demonstration }) => demonstration) && (
              <MarqueDemonstration>offres de démonstration</MarqueDemonstration>
            )}{' '}
            <a href={`/formations?territoire=${ecrireTerritoire({ code, maille })}`}>
              {offre.formations > 1
                ? `Voir les ${formaterNombre(offre.formations)} formations de ce territoire`
                : 'Voir cette formation'}
            </a>
          </p>
        </>
      )}
      <IndicateursDuTerritoire partenaire="region" code={code} maille={maille} />
    </PanneauPartenaire>
  );
}
