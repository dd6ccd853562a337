import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A call of the pages to the registry. */
export interface Appel {
  methode: string;
  chemin: string;
  parametres: URLSearchParams;
  corps: unknown;
}

export interface Reponse {
  statut?: number;
  corps: unknown;
}

export interface PortailSimule {
  adresse: string;
  /** Acts received, in order. */
  actes: Appel[];
  arreter: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

const coquille = join(import.meta.dirname, '../dist');
const partages = dirname(
  fileURLToPath(import.meta.resolve('@passerelle/portal-kit/partages.json')),
);

interface Partages {
  imports: Record<string, string>;
  css: string[];
}

interface Manifeste {
  entree: string;
  css: string[];
}

/** The built shell as a gateway serves it, over a registry whose answers are given. */
export async function servirLePortail(deps: {
  session: () => unknown;
  repondre: (appel: Appel) => Reponse;
  /** Answers a question to the graph; the pages of the registry ask none. */
  demander?: (demande: unknown) => Promise<unknown>;
}): Promise<PortailSimule> {
  const actes: Appel[] = [];
  const serveur = createServer((req, res) => {
    traiter(req, res, deps, actes).catch((cause: unknown) => {
      console.error(cause);
      res.statusCode = 500;
      res.end();
    });
  });
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  return {
    adresse: `http://127.0.0.1:${portDe(serveur)}`,
    actes,
    arreter: () =>
      new Promise((fini) => {
        serveur.close(() => fini());
        serveur.closeAllConnections();
      }),
  };
}

function portDe(serveur: Server): number {
  const adresse = serveur.address();
  if (adresse === null || typeof adresse === 'string') throw new Error('no port');
  return adresse.port;
}

async function traiter(
  req: IncomingMessage,
  res: ServerResponse,
  deps: Parameters<typeof servirLePortail>[0],
  actes: Appel[],
): Promise<void> {
  const url = new URL(req.url ?? '/', 'http://portail.test');
  const { pathname } = url;
  const fichier = /^\/(coquille|partages)\/(.+)$/.exec(pathname);
  if (fichier) {
    const [, dossier, nom = ''] = fichier;
    res.setHeader('content-type', TYPES[extname(nom)] ?? 'application/octet-stream');
    res.end(readFileSync(join(dossier === 'coquille' ? coquille : partages, nom)));
  } else if (pathname === '/session') {
    json(res, { corps: deps.session() });
  } else if (pathname.startsWith('/registre/')) {
    const appel: Appel = {
      methode: req.method ?? 'GET',
      chemin: pathname.slice('/registre'.length),
      parametres: url.searchParams,
      corps: await lireCorps(req),
    };
    if (appel.methode !== 'GET') actes.push(appel);
    json(res, deps.repondre(appel));
  } else if (req.headers.accept?.includes('text/html')) {
    res.setHeader('content-type', 'text/html; charset=utf-8');
    res.end(page());
  } else if (deps.demander !== undefined && estUneQuestion(req)) {
    const corps = await lireCorps(req);
    // Documents are published nowhere here: the page sends its text again.
    if (typeof corps === 'object' && corps !== null && 'documentId' in corps) {
      json(res, { statut: 404, corps: { errors: [{ message: 'unknown document' }] } });
    } else json(res, { corps: await deps.demander(corps) });
  } else if (req.headers.accept?.includes('text/event-stream')) {
    // A stream of moves on which nothing moves.
    res.setHeader('content-type', 'text/event-stream');
    res.flushHeaders();
  } else {
    // The graph is no part of these pages.
    json(res, { corps: { data: null } });
  }
}

/** Questions accept several kinds of answers; a subscription accepts a stream only. */
function estUneQuestion(req: IncomingMessage): boolean {
  return req.url === '/graphql' && (req.headers.accept?.includes('json') ?? false);
}

async function lireCorps(req: IncomingMessage): Promise<unknown> {
  let texte = '';
  for await (const morceau of req) texte += String(morceau);
  return texte === '' ? null : JSON.parse(texte);
}

function json(res: ServerResponse, { statut = 200, corps }: Reponse): void {
  res.statusCode = statut;
  res.setHeader('content-type', 'application/json');
  res.end(corps === null ? undefined : JSON.stringify(corps));
}

function page(): string {
  const { imports, css }: Partages = JSON.parse(
    readFileSync(join(partages, 'partages.json'), 'utf8'),
  );
  const manifeste: Manifeste = JSON.parse(readFileSync(join(coquille, 'manifest.json'), 'utf8'));
  const carte = Object.fromEntries(
    Object.entries(imports).map(([nom, chemin]) => [nom, `/partages/${chemin}`]),
  );
  const styles = [
    ...css.map((chemin) => `/partages/${chemin}`),
    ...manifeste.css.map((chemin) => `/coquille/${chemin}`),
  ];
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Passerelle</title><link rel="icon" href="data:,">',
    `<script type="importmap">${JSON.stringify({ imports: carte })}</script>`,
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    '<script type="application/json" id="passerelle-registre">{"modules":[],"demonstration":true,"dateDonnees":"2023-12-15"}</script>',
    `<script type="module" src="/coquille/${manifeste.entree}"></script>`,
    '</head><body><div id="passerelle"></div></body></html>',
  ].join('\n');
}
