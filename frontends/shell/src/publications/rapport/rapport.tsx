import { Pastille } from '@passerelle/portal-ui';
import type { Constat, Rapport } from '@passerelle/publication';
import type { ReactNode } from 'react';
import { deEditeur } from '../commun/editeurs.js';
import { MomentLe } from '../commun/moment-le.js';
import { GRAVITES, parFamille, situerConstat } from './constats.js';
import { ListeChangements } from './liste-changements.js';

/** What the registry found in what it was given, by family, each with its way out. */
export function RapportLu({ rapport }: { rapport: Rapport }): ReactNode {
  const { constats, changements } = rapport;
  return (
    <div className="s-rapport">
      {constats.length === 0 && <p>Les vérifications n’ont rien trouvé à dire.</p>}
      {parFamille(constats).map(({ famille, libelle, constats: liste }) => (
        <div key={famille}>
          <p>
            <strong>{libelle}</strong>
          </p>
          <ul className="p-liste">
            {liste.map((constat) => (
              <li key={`${constat.code} ${situerConstat(constat)} ${constat.message}`}>
                <UnConstat constat={constat} />
                <Pastille ton={GRAVITES[constat.gravite].ton}>
                  {GRAVITES[constat.gravite].libelle}
                </Pastille>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <ListeChangements changements={changements} />
    </div>
  );
}

function UnConstat({ constat }: { constat: Constat }): ReactNode {
  const lieu = situerConstat(constat);
  return (
    <div>
      <p className="s-sans-fin">{constat.message}</p>
      {constat.remede !== '' && <p className="s-sans-fin">Pour passer : {constat.remede}</p>}
      {constat.accordDe !== undefined && (
        <p className="s-sans-fin">
          Accord nécessaire : celui de l’administrateur {deEditeur(constat.accordDe)}.
        </p>
      )}
      <small>
        <code>{constat.code}</code>
        {lieu !== '' && <>, {lieu}</>}
      </small>
      <UsagesRompus usages={constat.usages ?? []} />
    </div>
  );
}

function UsagesRompus({ usages }: { usages: NonNullable<Constat['usages']> }): ReactNode {
  if (usages.length === 0) return null;
  return (
    <ul className="s-puces">
      {usages.map(({ genre, client, version, operation, vuLe, certitude }) => (
        <li key={`${genre} ${client} ${version} ${operation ?? ''}`}>
          {genre === 'MODULE' ? 'Module déployé' : 'Client'} <code>{client}</code>, version{' '}
          {version}
          {operation !== null && (
            <>
              , opération <code>{operation}</code>
            </>
          )}
          , vue <MomentLe iso={vuLe} />
          {certitude === 'POSSIBLE' && ' (rupture possible, non certaine)'}
        </li>
      ))}
    </ul>
  );
}
