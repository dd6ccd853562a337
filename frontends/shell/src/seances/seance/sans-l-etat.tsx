import type { ErreurLisible } from '@passerelle/portal-kit';
import { Bandeau } from '@passerelle/portal-ui';
import type { ReactNode } from 'react';

const heure = new Intl.DateTimeFormat('fr', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** The owner of the session is away: what is shown dates from then, and nothing can be kept. */
export function SansLEtat({
  lueA,
  agit,
  erreur,
}: {
  /** Null when nobody can tell. */
  lueA: Date | null;
  /** The reader keeps this session: they wonder what becomes of their acts. */
  agit: boolean;
  erreur: ErreurLisible | null;
}): ReactNode {
  return (
    <Bandeau
      ton="attention"
      titre={`L’État, qui tient cette séance, ne répond pas : voici ${lueA ? `ce qui a été lu à ${heure.format(lueA)}` : 'la dernière lecture'}.`}
    >
      <p>
        {agit
          ? 'Ses actes sont suspendus jusqu’à son retour ; ce que vous êtes en train d’écrire reste à l’écran. '
          : ''}
        La page reprendra seule.
        {erreur?.reference && ` Référence : ${erreur.reference}.`}
      </p>
    </Bandeau>
  );
}
