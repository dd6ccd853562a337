import { Jauge, MarqueDemonstration, Moment, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { formaterDate, formaterDateProche } from '../formats/formats.js';
import type { VersionLue } from './contribution.js';
import { estAdresseWeb } from './saisie.js';

export interface ProprietesVersion {
  partenaire: Partenaire;
  version: VersionLue;
  /** More acts on the last line: « Historique ». */
  suite?: ReactNode;
}

const DATATION = { PUBLIEE: 'Publié', VALIDEE: 'Validé', BROUILLON: 'Modifié' } as const;

/** One version of a contribution: figure, gauge, words, proof, who and when. */
export function Version({ partenaire, version, suite }: ProprietesVersion): ReactNode {
  const le = version.publieLe ?? version.modifieLe;
  return (
    <>
      <p className="k-avancement">
        <span className="p-hors-ecran">Avancement : </span>
        {version.avancement} %
      </p>
      <Jauge valeur={version.avancement} partenaire={partenaire} />
      {version.commentaire ? (
        <p className="k-commentaire">{version.commentaire}</p>
      ) : (
        <p className="k-commentaire k-discret">Sans commentaire.</p>
      )}
      <p className="p-pied">
        {DATATION[version.etat]}{' '}
        <Moment iso={le} proche={formaterDateProche(le)} exact={formaterDate(le)} />,{' '}
        {version.auteur}.{' '}
        {version.preuve && estAdresseWeb(version.preuve) && (
          <>
            <a href={version.preuve} target="_blank" rel="noopener noreferrer">
              Preuve<span className="p-hors-ecran"> (nouvelle fenêtre)</span>
            </a>
            {suite ? ' · ' : ' '}
          </>
        )}
        {suite}{' '}
        {version.demonstration && <MarqueDemonstration>texte de démonstration</MarqueDemonstration>}
      </p>
    </>
  );
}
