import {
  ecrireTerritoire,
  formaterDate,
  lireRegistre,
  type Maille,
  PanneauPartenaire,
  useLecture,
} from '@passerelle/portal-kit';
import { EtatVide, MarqueDemonstration } from '@passerelle/portal-ui';
import { type ReactNode, useState } from 'react';
import { FichePoleEmploiDuTerritoireDocument } from '../generated/graphql.js';
import { derniereAnnee } from '../tensions/filtres.js';
import { NiveauTension } from '../tensions/niveau-tension.js';

/** Pôle emploi's panel on a territory's sheet: where recruiting is hardest. */
export function FicheTerritoire({ code, maille }: { code: string; maille: Maille }): ReactNode {
  const [annee] = useState(() => derniereAnnee(lireRegistre().dateDonnees, new Date()));
  const lecture = useLecture(
    FichePoleEmploiDuTerritoireDocument,
    { code, maille, annee },
    { partenaires: ['pole-emploi'] },
  );
  const tensions = lecture.donnees?.territoire?.tensionsPoleEmploi;
  const [premiere] = tensions?.nodes ?? [];
  return (
    <PanneauPartenaire
      partenaire="pole-emploi"
      objet="les métiers en tension"
      lecture={lecture}
      lu={Boolean(tensions)}
    >
      {premiere === undefined ? (
        <EtatVide titre="Aucune tension forte observée à cette maille.">
          Les tensions sont observées par arrondissement et au-dessus.
        </EtatVide>
      ) : (
        <>
          <h3>Métiers en tension forte, {annee}</h3>
          <ul className="p-liste">
            {tensions?.nodes.map(({ id, metier, niveau }) => (
              <li key={id}>
                <span>
                  {metier.libelle}
                  <small>{metier.codeRome}</small>
                </span>
                <NiveauTension niveau={niveau} />
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
              Voir toutes les tensions de ce territoire
            </a>
          </p>
        </>
      )}
    </PanneauPartenaire>
  );
}
