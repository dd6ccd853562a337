import { formaterDate } from '@passerelle/portal-kit';
import {
  MarqueDemonstration,
  MarquePartenaire,
  PARTENAIRES,
  type Partenaire,
  Pastille,
  Tableau,
} from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { dateDeReference } from '../date-reference.js';
import { MomentProche } from '../moment-proche.js';
import { cheminEngagement } from '../route.js';
import { CelluleSuivi } from './cellule-suivi.js';
import { dernierMouvement, immobilite, type LigneDeSuivi } from './suivi.js';

/** One row per engagement: what it is, where each house stands, when it last moved. */
export function TableauEngagements({
  legende,
  lignes,
  maisons,
}: {
  legende: string;
  lignes: readonly LigneDeSuivi[];
  /** Houses whose publications count in the last column. */
  maisons: readonly Partenaire[];
}): ReactNode {
  const aujourdhui = dateDeReference();
  return (
    <Tableau
      legende={legende}
      lignes={lignes}
      cleDe={(ligne) => ligne.code}
      colonnes={[
        {
          cle: 'engagement',
          entete: 'Engagement',
          titreDeLigne: true,
          rendu: (ligne) => (
            <span className="s-engagement">
              <a href={cheminEngagement(ligne.code)}>
                <strong>{ligne.code}</strong> {ligne.libelle}
              </a>
              <small>
                Pilote : <MarquePartenaire partenaire={ligne.pilote} />
                {!ligne.texteOfficiel && <MarqueDemonstration />}
                {ligne.retireLe !== null &&
                  ` Retiré, dernier jour le ${formaterDate(ligne.retireLe)}.`}
              </small>
            </span>
          ),
        },
        ...PARTENAIRES.map((partenaire) => ({
          cle: partenaire,
          entete: <MarquePartenaire partenaire={partenaire} />,
          rendu: (ligne: LigneDeSuivi) => (
            <CelluleSuivi partenaire={partenaire} suivi={ligne.suivis[partenaire]} />
          ),
        })),
        {
          cle: 'mouvement',
          entete: 'Dernier mouvement',
          rendu: (ligne) => (
            <DernierMouvement ligne={ligne} maisons={maisons} aujourdhui={aujourdhui} />
          ),
        },
      ]}
    />
  );
}

function DernierMouvement({
  ligne,
  maisons,
  aujourdhui,
}: {
  ligne: LigneDeSuivi;
  maisons: readonly Partenaire[];
  aujourdhui: Date;
}): ReactNode {
  const iso = dernierMouvement(ligne, maisons);
  const arret = immobilite(ligne, maisons, aujourdhui);
  return (
    <span className="s-dernier">
      {iso !== null && <MomentProche iso={iso} />}
      {iso === null && arret === null && <span className="s-absent">non connu</span>}
      {arret !== null && (
        <Pastille ton="attention">
          {arret.jours === null ? 'jamais' : `${arret.jours} jours`}
        </Pastille>
      )}
    </span>
  );
}
