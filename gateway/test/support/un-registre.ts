import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeGraph } from '@passerelle/composition';
import {
  type Acquittement,
  acquittementSchema,
  type Canal,
  empreinteDuSchema,
  empreinteOf,
  type Publication,
  type RapportDUsage,
  rapportDUsageSchema,
  signPublication,
  type Trousseau,
} from '@passerelle/publication';
import { type CryptoKey, exportJWK, generateKeyPair } from 'jose';
import { SCHEMAS } from './graphe.js';
import type { SousGrapheDeTest } from './un-sous-graphe.js';

export interface CleDeTest {
  kid: string;
  privateKey: CryptoKey;
  publique: Trousseau['keys'][number];
}

export async function uneCle(kid: string): Promise<CleDeTest> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const { x = '' } = await exportJWK(publicKey);
  return { kid, privateKey, publique: { kty: 'OKP', crv: 'Ed25519', x, kid } };
}

/** What the registry answers and was told, over real HTTP; it signs, and checks nothing. */
export interface RegistreDeTest {
  adresse: URL;
  jeton: string;
  trousseau: Trousseau;
  acquittements: Acquittement[];
  usages: RapportDUsage[];
  fluxOuverts(): number;
  /** Requests received, by path. */
  demandes: string[];
  /** Signs, keeps as the current one, and sends to those who listen. */
  publier(publication: Publication, cle?: CleDeTest): Promise<void>;
  /** The same, of a text whatever it is. */
  envoyer(numero: number, texte: string): void;
  signer(publication: Publication, cle?: CleDeTest): Promise<string>;
  /** Keeps a file, under its fingerprint or a wrong one. */
  ranger(contenu: string, empreinte?: string): string;
  /** False: the stream is refused, only questions are answered. */
  ouvrirLeFlux(ouvert: boolean): void;
  /** The registry is there, and refuses this gateway. */
  refuser(statut: number | null): void;
  /** Waits until the gateway has answered about this number. */
  acquittement(numero: number, statut?: Acquittement['statut']): Acquittement | undefined;
  arreter(): Promise<void>;
  demarrer(): Promise<void>;
}

export async function unRegistre(cle?: CleDeTest): Promise<RegistreDeTest> {
  const premiere = cle ?? (await uneCle('premiere'));
  const ecoutes = new Set<ServerResponse>();
  const passees = new Map<number, string>();
  const fichiers = new Map<string, string>();
  const acquittements: Acquittement[] = [];
  const usages: RapportDUsage[] = [];
  const demandes: string[] = [];
  let courante: { numero: number; texte: string } | null = null;
  let fluxOuvert = true;
  let refus: number | null = null;
  let server: Server | null = null;
  let port = 0;

  function envoyerA(res: ServerResponse, { numero, texte }: { numero: number; texte: string }) {
    const data = texte.split('\n').map((ligne) => `data: ${ligne}\n`);
    res.write(`event: publication\nid: ${numero}\n${data.join('')}\n`);
  }

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', 'http://registre.invalid');
    const { pathname } = url;
    demandes.push(pathname);
    if (refus !== null || req.headers.authorization !== 'Bearer psr_test') {
      res.writeHead(refus ?? 401, { 'content-type': 'application/json' }).end('{"erreur":{}}');
      return;
    }
    if (pathname === '/v1/publications/flux') {
      if (!fluxOuvert) {
        res.writeHead(503).end();
        return;
      }
      res.writeHead(200, { 'content-type': 'text/event-stream' });
      res.write(': bonjour\n\n');
      ecoutes.add(res);
      res.on('close', () => ecoutes.delete(res));
      if (courante !== null) envoyerA(res, courante);
      return;
    }
    if (pathname === '/v1/publications/courante') {
      if (courante === null) {
        res.writeHead(404).end('{"erreur":{"code":"PUBLICATION_ABSENTE"}}');
        return;
      }
      const etag = `"${courante.numero}"`;
      if (req.headers['if-none-match'] === etag) res.writeHead(304).end();
      else res.writeHead(200, { etag }).end(courante.texte);
      return;
    }
    const passee = /^\/v1\/publications\/\w+\/(\d+)$/.exec(pathname)?.[1];
    const texte =
      passee === undefined
        ? fichiers.get(pathname.replace('/v1/fichiers/', ''))
        : passees.get(Number(passee));
    if (req.method === 'GET') {
      res.writeHead(texte === undefined ? 404 : 200).end(texte);
      return;
    }
    const corps: unknown = JSON.parse(await readText(req));
    if (pathname === '/v1/acquittements') acquittements.push(acquittementSchema.parse(corps));
    if (pathname === '/v1/usages') usages.push(rapportDUsageSchema.parse(corps));
    res.writeHead(200).end('{}');
  }

  const registre: RegistreDeTest = {
    get adresse() {
      return new URL(`http://127.0.0.1:${port}`);
    },
    jeton: 'psr_test',
    trousseau: { keys: [premiere.publique] },
    acquittements,
    usages,
    demandes,
    fluxOuverts: () => ecoutes.size,
    signer: (publication, autre = premiere) => signPublication(publication, autre),
    async publier(publication, autre = premiere) {
      const texte = await signPublication(publication, autre);
      passees.set(publication.numero, texte);
      registre.envoyer(publication.numero, texte);
    },
    envoyer(numero, texte) {
      courante = { numero, texte };
      for (const ecoute of ecoutes) envoyerA(ecoute, courante);
    },
    ranger(contenu, empreinte = empreinteOf(contenu)) {
      fichiers.set(empreinte, contenu);
      return empreinte;
    },
    ouvrirLeFlux(ouvert) {
      fluxOuvert = ouvert;
      if (!ouvert) for (const ecoute of ecoutes) ecoute.destroy();
    },
    refuser(statut) {
      refus = statut;
    },
    acquittement: (numero, statut) =>
      acquittements.find(
        (a) => a.numero === numero && (statut === undefined || a.statut === statut),
      ),
    async demarrer() {
      const started = createServer((req, res) => {
        handle(req, res).catch(() => res.destroy());
      });
      server = started;
      await new Promise<void>((resolve, reject) => {
        started.once('error', reject);
        started.listen(port, '127.0.0.1', resolve);
      });
      const address = started.address();
      if (isAddress(address)) port = address.port;
    },
    async arreter() {
      const stopped = server;
      if (stopped === null) return;
      server = null;
      stopped.closeAllConnections();
      await new Promise<void>((resolve) => stopped.close(() => resolve()));
    },
  };
  await registre.demarrer();
  return registre;
}

interface PublicationDeTest {
  canal?: Canal;
  schemas?: Readonly<Record<string, string>>;
  documents?: readonly string[];
  portail?: Publication['portail'];
  cles: Trousseau;
}

/** As the registry would make it: composed, addressed, whole. */
export function unePublicationSignable(
  sousGraphes: readonly SousGrapheDeTest[],
  numero: number,
  {
    canal = 'production',
    schemas = SCHEMAS,
    documents = [],
    portail = null,
    cles,
  }: PublicationDeTest,
): Publication {
  const parts = sousGraphes.map((sousGraphe) => {
    const schema = schemas[sousGraphe.partenaire] ?? '';
    return {
      partenaire: sousGraphe.partenaire,
      revision: numero,
      empreinte: empreinteDuSchema(schema),
      ...sousGraphe.adresses(),
      schema,
    };
  });
  const composed = composeGraph(parts);
  if (!composed.ok) throw new Error(JSON.stringify(composed.errors));
  return {
    format: 1,
    canal,
    numero,
    publieeLe: '2026-01-05T08:00:00.000Z',
    carte: 1,
    sousGraphes: parts,
    supergraphe: composed.supergraphSdl,
    portail,
    documents: documents.map((texte) => ({
      empreinte: empreinteOf(texte),
      partenaire: 'region',
      texte,
    })),
    cles,
  };
}

async function readText(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  address !== null && typeof address === 'object';
