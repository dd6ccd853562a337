import type { Identite } from '@passerelle/identity';
import pg from 'pg';

/**
 * In whose name a transaction runs; row-level security reads it from the transaction's settings.
 * `systeme` is the service itself (migrations, first data, its own event stream): no token gives it.
 */
export type Viewer = Pick<Identite, 'sujet' | 'partenaire' | 'scopes'> | 'systeme';

/** One statement, because it goes with the `BEGIN` in a single round trip. */
export function viewerSettings(viewer: Viewer): string {
  const settings =
    viewer === 'systeme'
      ? { systeme: 'oui', partenaire: '', scopes: '[]', sujet: '' }
      : {
          systeme: '',
          partenaire: viewer.partenaire ?? '',
          scopes: JSON.stringify(viewer.scopes),
          sujet: viewer.sujet,
        };
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('passerelle.${name}', ${pg.escapeLiteral(value)}, true)`,
  );
  return `SELECT ${calls.join(', ')}`;
}
