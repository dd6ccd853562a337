import { ExportsDeListe } from '@passerelle/portal-kit';
import { Carte, EtatVide, Pastille, Tableau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';
import { MomentProche } from '../../moment-proche.js';
import type { PasserelleVue } from '../registre/lire-etat.js';
import { passerellesEnTableau } from './passerelles-en-tableau.js';

/** Each gateway, and what it says that it serves. */
export function Passerelles({
  passerelles,
  numero,
}: {
  passerelles: readonly PasserelleVue[];
  /** Number of the live publication. */
  numero: number;
}): ReactNode {
  return (
    <Carte titre="Passerelles">
      {passerelles.length === 0 ? (
        <EtatVide titre="Aucune passerelle ne suit ce canal.">
          <p>Une passerelle apparaît ici dès qu’elle a reçu une publication.</p>
        </EtatVide>
      ) : (
        <>
          <Tableau
            legende="Passerelles qui suivent ce canal"
            lignes={passerelles}
            cleDe={({ passerelle }) => passerelle}
            colonnes={[
              {
                cle: 'passerelle',
                entete: 'Passerelle',
                titreDeLigne: true,
                rendu: ({ passerelle }) => passerelle,
              },
              {
                cle: 'numero',
                entete: 'Sert',
                rendu: ({ numero: servi }) => `publication ${servi}`,
              },
              { cle: 'vue', entete: 'Vue', rendu: ({ vueLe }) => <MomentProche iso={vueLe} /> },
              {
                cle: 'etat',
                entete: 'État',
                rendu: (passerelle) => <EtatDePasserelle passerelle={passerelle} numero={numero} />,
              },
            ]}
          />
          <ExportsDeListe
            nom="passerelles"
            lire={() => passerellesEnTableau(passerelles, numero)}
          />
        </>
      )}
    </Carte>
  );
}

function EtatDePasserelle({
  passerelle: { alarme, connectee, numero: servi },
  numero,
}: {
  passerelle: PasserelleVue;
  numero: number;
}): ReactNode {
  return (
    <span className="s-pastilles">
      {alarme !== null && <Pastille ton="alerte">alarme</Pastille>}
      {!connectee && <Pastille ton="attention">non connectée</Pastille>}
      {connectee && servi < numero && <Pastille ton="attention">en retard</Pastille>}
      {connectee && servi >= numero && alarme === null && <Pastille ton="ok">à jour</Pastille>}
      {alarme !== null && (
        <span className="s-detail">
          <code>{alarme.code}</code> {alarme.message}
        </span>
      )}
    </span>
  );
}
