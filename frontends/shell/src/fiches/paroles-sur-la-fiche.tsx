import { formaterDate, LIBELLES_AVIS, type SensAvis } from '@passerelle/portal-kit';
import {
  Carte,
  MarqueDemonstration,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
  Pastille,
  type Ton,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { type FicheDeLaPage, observationsDe } from './fiche-lue.js';
import { Observations } from './observations.js';

const TONS: Readonly<Record<SensAvis, Ton>> = {
  FAVORABLE: 'ok',
  RESERVE: 'attention',
  DEFAVORABLE: 'alerte',
};

/** What the two other houses and the social partners say of a fiche; who is away is named. */
export function ParolesSurLaFiche({
  fiche,
  maison,
}: {
  fiche: FicheDeLaPage;
  maison: Partenaire;
}): ReactNode {
  return (
    <>
      <Carte titre="Observations des autres maisons">
        {PARTENAIRES.filter((autre) => autre !== maison).map((autre) => (
          <section key={autre} aria-labelledby={`observations-${autre}`}>
            <h3 id={`observations-${autre}`}>
              <MarquePartenaire partenaire={autre} />
            </h3>
            <Observations
              observations={observationsDe(fiche, autre)?.nodes ?? null}
              reponses={fiche.reponses.nodes}
              maison={autre}
              proprietaire={maison}
            />
          </section>
        ))}
      </Carte>
      <Carte titre="Avis des partenaires sociaux">
        <Avis avis={fiche.avisEtat?.nodes ?? null} />
        <p className="p-pied">
          Tenus par <MarquePartenaire partenaire="etat" />, secrétariat des instances.
        </p>
      </Carte>
    </>
  );
}

function Avis({
  avis,
}: {
  avis:
    | readonly {
        organisation: string;
        sens: SensAvis;
        motif?: string | null;
        donneLe: string;
        demonstration: boolean;
      }[]
    | null;
}): ReactNode {
  if (avis === null) {
    return <p role="status">L’État ne répond pas : les avis s’afficheront dès son retour.</p>;
  }
  if (avis.length === 0) return <p>Aucun avis n’est enregistré sur cette fiche.</p>;
  return (
    <ul className="p-liste">
      {avis.map(({ organisation, sens, motif, donneLe, demonstration }) => (
        <li key={organisation}>
          <span>
            {organisation}
            {motif && <span className="k-commentaire">{motif}</span>}
            <small>
              Donné le {formaterDate(donneLe)}
              {demonstration && (
                <>
                  {' '}
                  <MarqueDemonstration />
                </>
              )}
            </small>
          </span>
          <Pastille ton={TONS[sens]}>{LIBELLES_AVIS[sens]}</Pastille>
        </li>
      ))}
    </ul>
  );
}
