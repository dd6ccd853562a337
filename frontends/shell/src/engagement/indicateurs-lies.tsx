import {
  cheminIndicateur,
  DOCUMENTS_D_INDICATEURS,
  lireRegistre,
  partenaireDuGraphe,
  useLecture,
} from '@passerelle/portal-kit';
import {
  Carte,
  MarqueDemonstration,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import type { PageEngagementQuery } from '../generated/graphql.js';

type Liens = NonNullable<PageEngagementQuery['engagement']>['liensIndicateurs'];

/** The figures looked at beside an engagement, each at the house that produces it. */
export function IndicateursLies({ liens }: { liens: Liens }): ReactNode {
  const maisons = PARTENAIRES.flatMap((maison) => {
    const codes = liens
      .filter(({ partenaire }) => partenaireDuGraphe(partenaire) === maison)
      .map(({ code }) => code);
    return codes.length === 0 ? [] : [{ maison, codes }];
  });
  if (maisons.length === 0) return null;
  const demonstration = lireRegistre().demonstration;
  return (
    <Carte
      titre="Indicateurs"
      aside={demonstration && <MarqueDemonstration>liens de démonstration</MarqueDemonstration>}
    >
      <ul className="p-liste">
        {maisons.map(({ maison, codes }) => (
          <IndicateursDUneMaison key={maison} maison={maison} codes={codes} />
        ))}
      </ul>
      {demonstration && (
        <p className="p-pied">
          La liste signée des indicateurs n’est pas publique : ces rapprochements sont une
          proposition de la démonstration, sur des indicateurs qui existent.
        </p>
      )}
    </Carte>
  );
}

/** Under their names as far as the house answers; a code otherwise. */
function IndicateursDUneMaison({
  maison,
  codes,
}: {
  maison: Partenaire;
  codes: readonly string[];
}): ReactNode {
  const { donnees } = useLecture(
    DOCUMENTS_D_INDICATEURS[maison].catalogue,
    {},
    { partenaires: [maison] },
  );
  const noms = new Map(donnees?.indicateurs?.map(({ code, libelle }) => [code, libelle]));
  return (
    <li>
      <MarquePartenaire partenaire={maison} />
      <span>
        {codes.map((code, rang) => (
          <span key={code}>
            {rang > 0 && ', '}
            <a href={cheminIndicateur(maison, code)}>{noms.get(code) ?? code}</a>
          </span>
        ))}
      </span>
    </li>
  );
}
