import {
  direPeriode,
  ExportsDeListe,
  formaterDate,
  formaterNombre,
  type Lecture,
  type LotRelu,
  PanneauPartenaire,
} from '@passerelle/portal-kit';
import { EtatVide, MarqueDemonstration, type Partenaire, Pastille } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { AnnulerImport } from './annuler-import.js';
import { direEtat, lotsEnTableau } from './lots-en-tableau.js';

/** What was published lately: each can be undone as long as its values are the present ones. */
export function LotsPublies({
  partenaire,
  indicateur,
  lecture,
  apres,
}: {
  partenaire: Partenaire;
  indicateur: string;
  lecture: Lecture<{ lots?: readonly LotRelu[] | null }>;
  apres: () => void;
}): ReactNode {
  const lots = lecture.donnees?.lots;
  return (
    <PanneauPartenaire
      partenaire={partenaire}
      titre="Derniers imports"
      objet="les derniers imports"
      lecture={lecture}
      lu={Boolean(lots)}
    >
      {lots?.length === 0 ? (
        <EtatVide titre="Aucun import de cet indicateur.">
          Le premier se fait par un fichier, juste au-dessus.
        </EtatVide>
      ) : (
        <>
          <p>
            Un import s’annule tant que ses valeurs sont celles en place : les cases reprennent
            leurs valeurs d’avant. Ce qu’il a fait masquer le reste.
          </p>
          <ul className="p-liste">
            {(lots ?? []).map((lot) => (
              <li key={lot.lot}>
                <span>
                  {formaterDate(lot.faitLe)} : {formaterNombre(lot.cases)}{' '}
                  {lot.cases > 1 ? 'cases' : 'case'}, {lot.periodes.map(direPeriode).join(', ')}{' '}
                  {lot.demonstration && <MarqueDemonstration />}
                  <small>
                    {lot.auteur}. Source : {lot.sources.join(' ; ')}.
                  </small>
                </span>
                {lot.annulable ? (
                  <AnnulerImport
                    partenaire={partenaire}
                    indicateur={indicateur}
                    lot={lot.lot}
                    quand={formaterDate(lot.faitLe)}
                    apres={apres}
                  />
                ) : (
                  <Pastille>{direEtat(lot)}</Pastille>
                )}
              </li>
            ))}
          </ul>
          <ExportsDeListe
            nom="derniers imports"
            lire={() => lotsEnTableau(partenaire, indicateur, lots ?? [])}
          />
        </>
      )}
    </PanneauPartenaire>
  );
}
