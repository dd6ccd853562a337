import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readStandaloneConfig } from './config.js';
import { createGateway } from './create-gateway.js';
import { createHttpServer, listen } from './http/server.js';
import { LIMITES } from './limits.js';
import { createJournal } from './observability/journal.js';
import { explainStartFailure, stopOnSignals, surviveStrayRejections } from './process-life.js';
import { graphOfSupergraph } from './supergraph/graph.js';
import { createPlanners } from './supergraph/planners.js';

const AIDE =
  'Usage : npm run gateway -- --supergraph <fichier> [--port <n>] --sans-authentification';

/** The gateway alone, from a supergraph file: no registry, identity provider or database. */
async function start(): Promise<void> {
  const { fichier, port } = readArguments();
  const config = readStandaloneConfig(process.env);
  const supergraphSdl = await readFile(fichier, 'utf8').catch((cause: unknown) => {
    throw new Error(`Le supergraphe ${fichier} ne peut pas être lu.`, { cause });
  });
  const graph = await graphOfSupergraph(supergraphSdl, createPlanners());
  const journal = createJournal(config.niveauJournal);
  surviveStrayRejections(process, journal);
  journal.warn(
    'no authentication: everyone who reaches this port may ask everything, authorisation directives are ignored',
  );
  const gateway = createGateway({
    adressePublique: new URL(`http://127.0.0.1:${port}`),
    // How long the lists of a graph that is not ours are, nothing here knows.
    limites: { ...LIMITES, cout: Number.POSITIVE_INFINITY },
    delaiRequeteMs: config.delaiRequeteMs,
    delaiPartenaireMs: config.delaiPartenaireMs,
    journal,
    identity: null,
    portail: null,
  });
  await gateway.serve({
    numero: null,
    graph,
    partenaires: graph.partenaires.map((partenaire) => ({ partenaire, santeUrl: undefined })),
    portail: null,
    documents: [],
  });
  const server = createHttpServer(gateway.handle, (err) =>
    journal.error({ err }, 'request failed by a bug'),
  );
  stopOnSignals({ gateway, servers: [server], journal });
  try {
    const address = await listen(server, port, '127.0.0.1');
    journal.info({ port: address.port }, 'listening');
  } catch (cause) {
    throw new Error(explainStartFailure(cause, port, '--port'), { cause });
  }
}

function readArguments(): { fichier: string; port: number } {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string', default: '4000' },
      'sans-authentification': { type: 'boolean', default: false },
    },
  });
  if (values.supergraph === undefined) throw new Error(`--supergraph manque.\n${AIDE}`);
  if (!values['sans-authentification']) {
    throw new Error(
      `La passerelle seule n’a pas de fournisseur d’identité : dites --sans-authentification pour l’ouvrir à tous.\n${AIDE}`,
    );
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} n’est pas un numéro de port.\n${AIDE}`);
  }
  return { fichier: values.supergraph, port };
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
