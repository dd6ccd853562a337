import type { IncomingMessage } from 'node:http';
import type { Identite } from '@passerelle/identity';

/** Who is counted: a module of the portal, an integrator, or somebody who does not say. */
export interface ClientName {
  readonly client: string;
  readonly version: string;
}

const NOM = /^[a-z][a-z0-9-]{0,62}$/;
const VERSION = /^[\w.+-]{1,60}$/;
const SANS_VERSION = '-';

/** A program is named by what it proved; a page of the portal, by what it says. */
export function clientName(req: IncomingMessage, identite: Identite | null): ClientName {
  const version = header(req, 'x-passerelle-version', VERSION) ?? SANS_VERSION;
  if (identite?.nature === 'integrateur' || identite?.nature === 'service') {
    return { client: `${identite.nature}:${identite.sujet}`.slice(0, 100), version };
  }
  const client = header(req, 'x-passerelle-client', NOM);
  return client === null ? INCONNU : { client, version };
}

const INCONNU: ClientName = { client: 'inconnu', version: SANS_VERSION };

function header(req: IncomingMessage, name: string, form: RegExp): string | null {
  const value = req.headers[name];
  return typeof value === 'string' && form.test(value) ? value : null;
}
