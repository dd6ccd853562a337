import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { composeGraph } from '@passerelle/composition';
import { generateSigningKey } from '@passerelle/identity';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCHEMAS } from './support/graphe.js';
import { type RegistreDeTest, unePublicationSignable, unRegistre } from './support/un-registre.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { freePort, jusqua } from './support/une-passerelle.js';

const DIST = resolve(import.meta.dirname, '../dist');

let dossier: string;
let parts: SousGrapheDeTest[];
let registre: RegistreDeTest;
let enfants: ChildProcess[];

beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-'));
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  registre = await unRegistre();
  enfants = [];
});

afterEach(async () => {
  for (const enfant of enfants) enfant.kill('SIGKILL');
  await registre.arreter();
  await Promise.all(parts.map((s) => s.arreter()));
  await rm(dossier, { recursive: true });
});

interface Processus {
  sortie: () => string;
  erreurs: () => string;
  fin: Promise<number | null>;
  signal(nom: NodeJS.Signals): void;
}

function lancer(fichier: string, args: string[], env: Record<string, string>): Processus {
  const enfant = spawn(process.execPath, [join(DIST, fichier), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  enfants.push(enfant);
  let sortie = '';
  let erreurs = '';
  enfant.stdout?.on('data', (chunk) => {
    sortie += String(chunk);
  });
  enfant.stderr?.on('data', (chunk) => {
    erreurs += String(chunk);
  });
  return {
    sortie: () => sortie,
    erreurs: () => erreurs,
    fin: new Promise((fini) => enfant.once('exit', (code) => fini(code))),
    signal: (nom) => void enfant.kill(nom),
  };
}

async function unDossier(): Promise<void> {
  const ecrire = (nom: string, texte: string) => writeFile(join(dossier, nom), texte);
  const { privee } = await generateSigningKey();
  await Promise.all([
    ecrire('session.cle', Buffer.alloc(32, 7).toString('base64url')),
    ecrire('jetons.json', JSON.stringify(privee)),
    ecrire('oidc.secret', 'secret\n'),
    ecrire('habilitations.json', JSON.stringify({ agents: [], integrateurs: [] })),
    ecrire('passerelle.jeton', `${registre.jeton}\n`),
    ecrire('cles.json', JSON.stringify(registre.trousseau)),
  ]);
}

const variables = (port: number, portAdmin: number): Record<string, string> => ({
  PORT: String(port),
  PORT_ADMIN: String(portAdmin),
  PASSERELLE_DOSSIER: dossier,
  PASSERELLE_REGISTRE: registre.adresse.href,
  PASSERELLE_JETON_FICHIER: join(dossier, 'passerelle.jeton'),
  PASSERELLE_NOM: 'passerelle-a',
  PUBLICATIONS_CLES: join(dossier, 'cles.json'),
  HABILITATIONS: join(dossier, 'habilitations.json'),
  SESSION_CLE: join(dossier, 'session.cle'),
  JETONS_INTERNES_CLE: join(dossier, 'jetons.json'),
  OIDC_CLIENT_SECRET_FICHIER: join(dossier, 'oidc.secret'),
});

describe('le processus de la passerelle', () => {
  it('en production, dit toutes les variables qui manquent et ne démarre pas', async () => {
    const processus = lancer('main.js', [], { NODE_ENV: 'production' });
    expect(await processus.fin).toBe(1);
    for (const nom of [
      'ADRESSE_PUBLIQUE',
      'PASSERELLE_REGISTRE',
      'PASSERELLE_JETON',
      'PUBLICATIONS_CLES',
      'HABILITATIONS',
      'SESSION_CLE',
      'JETONS_INTERNES_CLE',
      'OIDC_EMETTEUR',
      'OIDC_CLIENT_ID',
      'OIDC_CLIENT_SECRET',
    ]) {
      expect(processus.erreurs()).toContain(nom);
    }
    expect(processus.erreurs()).not.toContain('    at ');
  });

  it('nomme les fichiers secrets absents, tous à la fois', async () => {
    const processus = lancer('main.js', [], { PASSERELLE_DOSSIER: dossier });
    expect(await processus.fin).toBe(1);
    for (const nom of ['SESSION_CLE', 'JETONS_INTERNES_CLE', 'HABILITATIONS']) {
      expect(processus.erreurs()).toContain(nom);
    }
  });

  it('écoute, dit son port en JSON, sert ses mesures à part, et s’arrête sur TERM', async () => {
    await unDossier();
    await registre.publier(unePublicationSignable(parts, 1, { cles: registre.trousseau }));
    const [port, portAdmin] = [await freePort(), await freePort()];
    const processus = lancer('main.js', [], variables(port, portAdmin));
    await jusqua(() => processus.sortie().includes('"msg":"listening"'));
    const ligne = processus
      .sortie()
      .split('\n')
      .find((l) => l.includes('"listening"'));
    expect(JSON.parse(ligne ?? '')).toMatchObject({ msg: 'listening', port });
    await jusqua(() => registre.acquittement(1, 'SERVIE') !== undefined);
    const adresse = `http://127.0.0.1:${port}`;
    expect(await (await fetch(`${adresse}/sante/vivant`)).json()).toEqual({ statut: 'vivant' });
    const dehors = await fetch(`${adresse}/metrics`, { headers: { accept: 'text/plain' } });
    expect(dehors.status).toBe(404);
    const refus = await fetch(`${adresse}/graphql`, { method: 'POST', body: '{}' });
    expect(refus.status).toBe(401);
    const mesures = await (await fetch(`http://127.0.0.1:${portAdmin}/metrics`)).text();
    expect(mesures).toContain('passerelle_partenaire_disponible{partenaire="region"} 1');
    expect(mesures).toContain('passerelle_erreurs_total{code="NON_AUTHENTIFIE"} 1');
    expect(mesures).toContain('passerelle_publication 1');
    processus.signal('SIGTERM');
    expect(await processus.fin).toBe(0);
  });

  it('dit en une phrase quel port est pris, et quelle variable le change', async () => {
    await unDossier();
    const pris = createServer();
    await new Promise<void>((fini) => pris.listen(0, '127.0.0.1', fini));
    const address = pris.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const processus = lancer('main.js', [], variables(port, await freePort()));
    expect(await processus.fin).toBe(1);
    expect(processus.erreurs()).toContain(`Le port ${port} est déjà pris`);
    expect(processus.erreurs()).toContain('PORT');
    pris.close();
  });
});

describe('le processus et son registre', () => {
  beforeEach(unDossier);

  const suivre = async (): Promise<Processus & { adresse: string; admin: string }> => {
    const [port, portAdmin] = [await freePort(), await freePort()];
    const processus = lancer('main.js', [], variables(port, portAdmin));
    await jusqua(() => processus.sortie().includes('"msg":"listening"'));
    const a = (n: number): string => `http://127.0.0.1:${n}`;
    return { ...processus, adresse: a(port), admin: a(portAdmin) };
  };
  const pret = async (adresse: string): Promise<unknown> =>
    (await fetch(`${adresse}/sante/pret`)).json();

  it('écoute sans attendre, sert la publication qui paraît, puis démarre sans le registre', async () => {
    const premiere = await suivre();
    expect(await pret(premiere.adresse)).toMatchObject({ statut: 'indisponible' });
    await registre.publier(unePublicationSignable(parts, 1, { cles: registre.trousseau }));
    await jusqua(() => registre.acquittement(1, 'SERVIE') !== undefined);
    expect(registre.acquittement(1)?.passerelle).toBe('passerelle-a');
    expect(await pret(premiere.adresse)).toMatchObject({ statut: 'pret', publication: 1 });
    premiere.signal('SIGTERM');
    expect(await premiere.fin).toBe(0);

    await registre.arreter();
    const seconde = await suivre();
    // Ready as soon as it listens: nothing was waited for.
    expect(await pret(seconde.adresse)).toMatchObject({ statut: 'pret', publication: 1 });
    const mesures = await (await fetch(`${seconde.admin}/metrics`)).text();
    expect(mesures).toContain('passerelle_publication 1');
    expect(mesures).toContain('passerelle_publication_alarme 0');
    seconde.signal('SIGTERM');
    expect(await seconde.fin).toBe(0);
  });

  it('nomme le jeton et les clés qui manquent', async () => {
    await rm(join(dossier, 'passerelle.jeton'));
    await writeFile(join(dossier, 'cles.json'), '{"keys":[]}');
    const processus = lancer('main.js', [], variables(await freePort(), await freePort()));
    expect(await processus.fin).toBe(1);
    expect(processus.erreurs()).toContain('PASSERELLE_JETON_FICHIER');
    expect(processus.erreurs()).toContain('PUBLICATIONS_CLES');
  });
});

describe('la passerelle seule, devant un supergraphe', () => {
  async function unSupergraphe(): Promise<string> {
    const result = composeGraph(
      parts.map((s) => ({
        partenaire: s.partenaire,
        url: s.adresses().url,
        schema: SCHEMAS[s.partenaire] ?? '',
      })),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    const fichier = join(dossier, 'supergraphe.graphql');
    await writeFile(fichier, result.supergraphSdl);
    return fichier;
  }
  const poster = (port: number, query: string) =>
    fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });

  it('répond sans identité, n’envoie aucun jeton et avertit que les droits sont ignorés', async () => {
    const fichier = await unSupergraphe();
    const port = await freePort();
    const processus = lancer(
      'standalone.js',
      ['--supergraph', fichier, '--port', String(port), '--sans-authentification'],
      {},
    );
    await jusqua(() => processus.sortie().includes('"listening"'));
    expect(processus.sortie()).toContain('authorisation directives are ignored');
    const response = await poster(
      port,
      '{ engagement(code: "E01") { noteInterne contributionRegion { avancement } } }',
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      data: { engagement: { noteInterne: 'réservé', contributionRegion: { avancement: 10 } } },
    });
    expect(parts.flatMap((s) => s.appels).every((a) => a.authorization === undefined)).toBe(true);
    processus.signal('SIGTERM');
    expect(await processus.fin).toBe(0);
  });

  it('garde ses limites et sa réponse partielle', async () => {
    const fichier = await unSupergraphe();
    const port = await freePort();
    const processus = lancer(
      'standalone.js',
      ['--supergraph', fichier, '--port', String(port), '--sans-authentification'],
      { DELAI_PARTENAIRE_MS: '300' },
    );
    await jusqua(() => processus.sortie().includes('"listening"'));
    parts[1]?.seConduire('muet');
    const partielle = await (
      await poster(port, '{ engagements { code contributionRegion { avancement } } }')
    ).text();
    expect(partielle).toContain('DELAI_DEPASSE');
    expect(partielle).toContain('"E03"');
    expect(await (await poster(port, `{ ${'__typename '.repeat(30)} }`)).text()).toContain(
      'RACINES_TROP_NOMBREUSES',
    );
  });

  it.each([
    [['--sans-authentification'], '--supergraph manque'],
    [['--supergraph', 'x.graphql'], '--sans-authentification'],
    [['--supergraph', '/nulle/part.graphql', '--sans-authentification'], 'ne peut pas être lu'],
  ])('refuse de démarrer avec %j', async (args, phrase) => {
    const processus = lancer('standalone.js', args, {});
    expect(await processus.fin).toBe(1);
    expect(processus.erreurs()).toContain(phrase);
  });
});
