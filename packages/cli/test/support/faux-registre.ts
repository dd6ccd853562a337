import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface DemandeRecue {
  readonly methode: string;
  readonly chemin: string;
  readonly parametres: URLSearchParams;
  readonly jeton: string | undefined;
  readonly corps: Record<string, unknown>;
}

export interface ReponseVoulue {
  readonly statut?: number;
  readonly corps: unknown;
}

export interface FauxRegistre {
  readonly adresse: string;
  readonly demandes: readonly DemandeRecue[];
  /** What `POST /v1/schemas` answers, each time; a function may answer differently each time. */
  quand(route: string, reponse: ReponseVoulue | ((demande: DemandeRecue) => ReponseVoulue)): void;
  arreter(): Promise<void>;
}

/** A registry with prepared answers, over real HTTP: what is tested is the command. */
export async function unFauxRegistre(): Promise<FauxRegistre> {
  const reponses = new Map<string, (demande: DemandeRecue) => ReponseVoulue>();
  const demandes: DemandeRecue[] = [];
  const serveur = createServer((req, res) => {
    void lireCorps(req).then((texte) => {
      const url = new URL(req.url ?? '/', 'http://registre');
      const demande: DemandeRecue = {
        methode: req.method ?? '',
        chemin: url.pathname,
        parametres: url.searchParams,
        jeton: req.headers.authorization,
        corps: texte === '' ? {} : JSON.parse(texte),
      };
      demandes.push(demande);
      const reponse = reponses.get(`${demande.methode} ${demande.chemin}`)?.(demande) ?? {
        statut: 404,
        corps: { erreur: { code: 'ADRESSE_INCONNUE', message: 'Rien ici.', remede: '' } },
      };
      res.writeHead(reponse.statut ?? 200, { 'content-type': 'application/json' });
      res.end(typeof reponse.corps === 'string' ? reponse.corps : JSON.stringify(reponse.corps));
    });
  });
  await new Promise<void>((done) => serveur.listen(0, '127.0.0.1', done));
  return {
    adresse: `http://127.0.0.1:${portDe(serveur.address())}`,
    demandes,
    quand(route, reponse) {
      reponses.set(route, typeof reponse === 'function' ? reponse : () => reponse);
    },
    arreter() {
      serveur.closeAllConnections();
      return new Promise((done) => serveur.close(() => done()));
    },
  };
}

async function lireCorps(req: IncomingMessage): Promise<string> {
  let corps = '';
  for await (const morceau of req) corps += String(morceau);
  return corps;
}

function portDe(adresse: string | AddressInfo | null): number {
  if (adresse === null || typeof adresse === 'string') throw new Error('no port');
  return adresse.port;
}
