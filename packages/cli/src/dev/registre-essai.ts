import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  type Acquittement,
  acquittementSchema,
  type Publication,
  signPublication,
  type Trousseau,
} from '@passerelle/publication';
import { exportJWK, generateKeyPair } from 'jose';
import type { Registre } from '../registre/registre.js';

/** The registry of a trial: one gateway, one key that lives as long as the command. */
export interface RegistreDEssai {
  readonly adresse: string;
  readonly jeton: string;
  readonly trousseau: Trousseau;
  publier(publication: Omit<Publication, 'numero' | 'cles'>): Promise<number>;
  fermer(): Promise<void>;
}

export interface RegistreDEssaiDeps {
  /** The real one, where the files of deployed modules are. */
  readonly vrai: Pick<Registre, 'telecharger'>;
  readonly dire: (acquittement: Acquittement) => void;
}

const BATTEMENT_MS = 10_000;
const CORPS_MAX = 4 * 1024 * 1024;

/** Speaks to a gateway as the registry does; what the gateway reports of use goes nowhere. */
export async function ouvrirRegistreDEssai(deps: RegistreDEssaiDeps): Promise<RegistreDEssai> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const { x = '' } = await exportJWK(publicKey);
  const kid = `essai-${randomBytes(6).toString('hex')}`;
  const trousseau: Trousseau = { keys: [{ kty: 'OKP', crv: 'Ed25519', x, kid }] };
  // Of the form that a gateway takes for a token.
  const jeton = `psr_essai${randomBytes(4).toString('hex')}_${randomBytes(32).toString('base64url')}`;
  const suiveurs = new Set<ServerResponse>();
  let courante: { numero: number; jws: string } | null = null;

  async function repondre(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { pathname } = new URL(req.url ?? '/', 'http://essai');
    if (!estLeJeton(req.headers.authorization, jeton)) {
      refuser(res, 401, 'JETON_INVALIDE', 'Ce registre est celui d’un essai.');
    } else if (req.method === 'POST') {
      const corps = await lireCorps(req);
      const dit = pathname === '/v1/acquittements' ? acquittementSchema.safeParse(corps) : null;
      if (dit?.success) deps.dire(dit.data);
      res.writeHead(204).end();
    } else if (pathname === '/v1/publications/flux') {
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(courante === null ? ': attente\n\n' : evenement(courante));
      suiveurs.add(res);
      res.once('close', () => suiveurs.delete(res));
    } else if (pathname === '/v1/publications/courante' && courante !== null) {
      const etag = `"${courante.numero}"`;
      if (req.headers['if-none-match'] === etag) res.writeHead(304, { etag }).end();
      else res.writeHead(200, { 'content-type': 'text/plain', etag }).end(courante.jws);
    } else if (/^\/v1\/fichiers\/sha256:[0-9a-f]{64}$/.test(pathname)) {
      const fichier = await deps.vrai.telecharger(pathname);
      res.writeHead(fichier.status, { 'content-type': 'application/octet-stream' });
      res.end(new Uint8Array(await fichier.arrayBuffer()));
    } else {
      refuser(res, 404, 'ADRESSE_INCONNUE', 'Un essai n’a pas cette page.');
    }
  }

  const serveur = createServer((req, res) => {
    repondre(req, res).catch(() => {
      if (res.headersSent) res.destroy();
      else refuser(res, 502, 'REGISTRE_INJOIGNABLE', 'Le registre ne répond pas.');
    });
  });
  const battement = setInterval(() => {
    for (const res of suiveurs) res.write(': vivant\n\n');
  }, BATTEMENT_MS).unref();
  await new Promise<void>((pret) => serveur.listen(0, '127.0.0.1', pret));
  const adresse = serveur.address();
  if (adresse === null || typeof adresse === 'string') throw new Error('no port');

  return {
    adresse: `http://127.0.0.1:${adresse.port}`,
    jeton,
    trousseau,
    async publier(publication) {
      const numero = (courante?.numero ?? 0) + 1;
      const jws = await signPublication(
        { ...publication, numero, cles: trousseau },
        { kid, privateKey },
      );
      courante = { numero, jws };
      for (const res of suiveurs) res.write(evenement(courante));
      return numero;
    },
    fermer() {
      clearInterval(battement);
      serveur.closeAllConnections();
      return new Promise((fini) => serveur.close(() => fini()));
    },
  };
}

function evenement({ numero, jws }: { numero: number; jws: string }): string {
  return `event: publication\nid: ${numero}\ndata: ${jws}\n\n`;
}

// Another program of this machine must not read the deployed files with our token.
function estLeJeton(entete: string | undefined, jeton: string): boolean {
  const recu = Buffer.from(entete ?? '');
  const attendu = Buffer.from(`Bearer ${jeton}`);
  return recu.length === attendu.length && timingSafeEqual(recu, attendu);
}

async function lireCorps(req: IncomingMessage): Promise<unknown> {
  let texte = '';
  for await (const morceau of req) {
    texte += String(morceau);
    if (texte.length > CORPS_MAX) throw new RangeError('body too large');
  }
  return JSON.parse(texte);
}

function refuser(res: ServerResponse, statut: number, code: string, message: string): void {
  res.writeHead(statut, { 'content-type': 'application/json' });
  res.end(JSON.stringify({ erreur: { code, message, remede: '' } }));
}
