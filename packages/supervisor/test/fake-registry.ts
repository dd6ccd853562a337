// Stands for the registry: its HTTP interface as packages/publication writes it, kept in memory.
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { demandeJetonSchema, type Etat } from '@passerelle/publication';

export interface FakeRegistryOptions {
  readonly racine: string;
  /** Offers that the checks refuse: `region/schema`. */
  readonly refuse: ReadonlySet<string>;
  /** True: publications are answered 500. */
  readonly estMalade?: boolean;
}

export interface FakeRegistry {
  readonly server: Server;
  /** What was put in service in production, in order: `region/schema`. */
  readonly publies: string[];
  readonly publiesEnRecette: string[];
  /** What was asked of production, whatever the answer. */
  readonly demandes: string[];
  readonly jetons: Map<string, { editeur: string; genre: string }>;
  readonly options: { -readonly [K in keyof FakeRegistryOptions]: FakeRegistryOptions[K] };
}

type Lot = { revision: number; version: string; publieLe: string };
const LE = '2026-01-05T08:00:00.000Z';

export function createFakeRegistry(options: FakeRegistryOptions): FakeRegistry {
  const registry: FakeRegistry = {
    publies: [],
    publiesEnRecette: [],
    demandes: [],
    jetons: new Map([[options.racine, { editeur: 'commun', genre: 'racine' }]]),
    options: { ...options },
    server: createServer((request, response) => {
      void answer(registry, request).then(({ statut, corps }) => {
        response.writeHead(statut, { 'content-type': 'application/json' });
        response.end(JSON.stringify(corps));
      });
    }),
  };
  return registry;
}

interface Answer {
  readonly statut: number;
  readonly corps: unknown;
}

async function answer(registry: FakeRegistry, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://registre');
  if (!url.pathname.startsWith('/v1/')) {
    const databases = Object.keys(process.env).filter((name) => name.startsWith('DATABASE_URL_'));
    return { statut: 200, corps: { pid: process.pid, databases } };
  }
  const jeton = request.headers.authorization?.replace('Bearer ', '') ?? '';
  const who = registry.jetons.get(jeton);
  if (who === undefined) return refusal(401, 'JETON_INVALIDE', 'Jeton inconnu.');
  const corps: unknown = request.method === 'POST' ? JSON.parse(await text(request)) : null;
  const lot = isRecord(corps) && typeof corps['lot'] === 'string' ? corps['lot'] : 'schema';
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /v1/etat':
      return { statut: 200, corps: stateOf(registry, url.searchParams.get('canal')) };
    case 'GET /v1/jetons':
      return { statut: 200, corps: { jetons: listOf(registry, who.editeur) } };
    case 'POST /v1/jetons':
      return make(registry, corps, who);
    case 'POST /v1/schemas':
    case 'POST /v1/modules':
      return publish(
        registry,
        `${who.editeur}/${lot}`,
        who.genre,
        isRecord(corps) && corps['canal'],
      );
    default:
      return refusal(404, 'INCONNU', url.pathname);
  }
}

function make(registry: FakeRegistry, corps: unknown, who: { editeur: string; genre: string }) {
  const { genre, editeur = who.editeur, nom } = demandeJetonSchema.parse(corps);
  const isOfRoot = genre === 'administration' || genre === 'passerelle';
  if (isOfRoot !== (who.genre === 'racine')) return refusal(403, 'DROIT_INSUFFISANT', genre);
  if (editeur !== who.editeur && who.genre !== 'racine') {
    return refusal(403, 'DROIT_INSUFFISANT', editeur);
  }
  const id = randomBytes(6).toString('hex');
  const secret = `psr_${id}_${randomBytes(32).toString('hex')}`;
  registry.jetons.set(secret, { editeur, genre });
  return { statut: 201, corps: { ...lineOf(id, genre, editeur), nom, secret } };
}

function publish(registry: FakeRegistry, nom: string, genre: string, canal: unknown): Answer {
  if (canal === 'production') registry.demandes.push(nom);
  const publies = canal === 'production' ? registry.publies : registry.publiesEnRecette;
  if (registry.options.estMalade === true) return refusal(500, 'ERREUR', 'Base injoignable.');
  if (genre !== (nom.endsWith('/schema') ? 'schema' : 'module')) {
    return refusal(403, 'DROIT_INSUFFISANT', genre);
  }
  const isRefused = registry.options.refuse.has(nom);
  const estInchange = publies.includes(nom);
  if (!isRefused && !estInchange) publies.push(nom);
  const constat = {
    code: 'CHAMP_RETIRE',
    gravite: 'REFUS',
    famille: 'rupture',
    coordonnee: 'Instance.type',
    message: 'Ce champ est encore demandé.',
    remede: 'Dépréciez-le d’abord.',
  };
  return {
    statut: isRefused ? 422 : 200,
    corps: {
      publie: !isRefused && !estInchange,
      inchange: !isRefused && estInchange,
      canal,
      numero: isRefused ? null : publies.length,
      revision: isRefused ? null : 1,
      empreinte: null,
      rapport: {
        genre: 'schema',
        editeur: nom.split('/')[0],
        canal,
        surPublication: publies.length,
        accepte: !isRefused,
        constats: isRefused ? [constat] : [],
        changements: [],
        dureeMs: 1,
      },
    },
  };
}

function stateOf(registry: FakeRegistry, canal: string | null): Etat {
  const publies = canal === 'recette' ? registry.publiesEnRecette : registry.publies;
  const lot = (nom: string): Lot | null =>
    publies.includes(nom) ? { revision: 1, version: '0.1.0', publieLe: LE } : null;
  const empreinte = `sha256:${'0'.repeat(64)}`;
  return {
    canal: canal === 'recette' ? 'recette' : 'production',
    numero: publies.length,
    publieeLe: null,
    carte: 1,
    partenaires: ['etat', 'region', 'pole-emploi'].map((partenaire) => {
      const module = lot(`${partenaire}/module`);
      const schema = lot(`${partenaire}/schema`);
      const par = { par: 'jeton', commit: null };
      return {
        partenaire,
        schema: schema && {
          revision: 1,
          empreinte,
          url: 'http://a',
          publieLe: LE,
          ...par,
          derive: null,
        },
        module: module && { ...module, ...par },
        canari: null,
      };
    }),
    commun: { coquille: lot('commun/coquille'), partages: lot('commun/partages') },
    passerelles: [],
  };
}

function listOf({ jetons }: FakeRegistry, editeur: string) {
  return [...jetons]
    .filter(([, token]) => token.editeur === editeur)
    .map(([secret, { genre }]) => lineOf(secret.split('_')[1] ?? '', genre, editeur));
}

function lineOf(id: string, genre: string, editeur: string) {
  const dates = { expireLe: null, dernierUsageLe: null, revoqueLe: null };
  return { id, nom: genre, genre, editeur, creeLe: LE, creePar: 'racine', ...dates };
}

function refusal(statut: number, code: string, message: string): Answer {
  return { statut, corps: { erreur: { code, message, remede: 'Voyez le registre.' } } };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
