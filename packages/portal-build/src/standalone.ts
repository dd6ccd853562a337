import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { ModuleDescription } from './manifest.js';
import { createSampleAnswers } from './sample-answer.js';

type Description = Omit<ModuleDescription, 'version'>;

const ENTRY = '/@passerelle-seul.js';

/** What a slot is asked on the page that the module is alone on. */
const SLOTS: Readonly<Record<string, object>> = {
  'engagement.contribution': { code: 'E07' },
  'engagement.fiches': { code: 'E07' },
  'fiche.actes': { fiche: 'region:fiche-1' },
  'territoire.fiche': { code: '596', maille: 'ARRONDISSEMENT' },
  'accueil.attente': {},
};

/** Serves a module without shell, gateway or service: its page, its slots, sample answers. */
export function standalone({ entry }: { entry: string }): Plugin {
  let root = '.';
  return {
    name: 'passerelle-standalone',
    apply: 'serve',
    configResolved(config) {
      root = config.root;
    },
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? bootScript(entry, readDescription(root)) : undefined),
    configureServer(server) {
      const require = createRequire(resolve(root, 'package.json'));
      const answer = createSampleAnswers(
        readFileSync(require.resolve('@passerelle/portal-kit/graphe.graphql'), 'utf8'),
      );
      const description = readDescription(root);
      server.middlewares.use((req, res, next) => {
        const { pathname } = new URL(req.url ?? '/', 'http://localhost');
        if (pathname === '/graphql') {
          void respond(req, res, answer);
        } else if (pathname === '/session') {
          sendJson(res, { authentifie: true, agent: sampleAgent(description), expireLe: null });
        } else if (req.headers.accept?.includes('text/html')) {
          void sendPage(server, res, pathname, description);
        } else {
          next();
        }
      });
    },
  };
}

function readDescription(root: string): Description {
  const description: Description = JSON.parse(readFileSync(resolve(root, 'module.json'), 'utf8'));
  return description;
}

async function respond(
  req: IncomingMessage,
  res: ServerResponse,
  answer: ReturnType<typeof createSampleAnswers>,
): Promise<void> {
  let body = '';
  for await (const chunk of req) body += String(chunk);
  const request: { query?: string; variables?: Record<string, unknown> } = JSON.parse(body);
  // A document named by its fingerprint alone is not known here: the client sends its text.
  if (request.query === undefined) {
    res.statusCode = 404;
    sendJson(res, { errors: [{ message: '', extensions: { code: 'DOCUMENT_INCONNU' } }] });
    return;
  }
  // Nothing moves in a sample: a stream opens and stays silent.
  if (req.headers.accept === 'text/event-stream') {
    res.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    return;
  }
  sendJson(res, await answer({ ...request, query: request.query }));
}

async function sendPage(
  server: ViteDevServer,
  res: ServerResponse,
  pathname: string,
  description: Description,
): Promise<void> {
  const html = await server.transformIndexHtml(pathname, page(description));
  res.setHeader('content-type', 'text/html; charset=utf-8').end(html);
}

function sendJson(res: ServerResponse, value: unknown): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
}

/** An agent of the module's house with every right on its contributions. */
function sampleAgent({ partenaire }: Description): object {
  return {
    sujet: 'exemple',
    prenom: 'Camille',
    nom: 'Exemple',
    fonction: 'agent d’exemple',
    organisation: 'Organisation d’exemple',
    partenaire: partenaire ?? null,
    roles: [],
    scopes: ['modifier', 'valider', 'publier'].map((acte) => `${partenaire}:contribution:${acte}`),
    territoire: null,
    amr: [],
  };
}

function page(description: Description): string {
  const registre = { modules: [], demonstration: true, dateDonnees: null };
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${description.nom}, module seul</title>
<style>main { display: grid; gap: 24px; padding: 24px; }</style>
<script type="application/json" id="passerelle-registre">${JSON.stringify(registre)}</script>
<script type="module" src="${ENTRY}"></script>
</head>
<body><main id="seul"></main></body>
</html>`;
}

function bootScript(entry: string, { emplacements }: Description): string {
  return `import '@passerelle/portal-ui/styles.css';
import '@passerelle/portal-kit/style.css';
import { demarrerPortail } from '@passerelle/portal-kit';
import * as module from '/${entry}';

const slots = ${JSON.stringify(SLOTS)};
const place = () => document.getElementById('seul').appendChild(document.createElement('section'));

await demarrerPortail();
await module.mount({ domElement: place() });
for (const nom of ${JSON.stringify(emplacements)}) {
  await module.emplacements[nom].mount({ domElement: place(), proprietes: slots[nom] });
}
`;
}
