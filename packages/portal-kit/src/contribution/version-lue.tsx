import { Jauge, MarqueDemonstration, Moment, type Partenaire } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { formaterDate, formaterLe } from '../formats/formats.js';
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
        <Moment iso={le} proche={formaterLe(le)} exact={`le ${formaterDate(le)}`} />,{' '}
        {version.auteur}.{' '}
        {version.preuve && (
          <>
            <Preuve preuve={version.preuve} />{' '}
          </>
        )}
        {suite && (
          <span className="p-ecran">
            {version.preuve && '· '}
            {suite}{' '}
          </span>
        )}
        {version.demonstration && <MarqueDemonstration>texte de démonstration</MarqueDemonstration>}
      </p>
    </>
  );
}

function Preuve({ preuve }: { preuve: string }): ReactNode {
  if (!estAdresseWeb(preuve)) return `Preuve : ${preuve}`;
  return (
    <a href={preuve} target="_blank" rel="noopener noreferrer">
      Preuve<span className="p-hors-ecran"> (nouvelle fenêtre)</span>
    </a>
  );
}
