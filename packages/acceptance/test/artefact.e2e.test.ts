import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureEmbeddedPostgres, removeEmbeddedPostgres } from '@passerelle/embedded-postgres';
import { generateSigningKey } from '@passerelle/identity';
import { empreinteDuSchema } from '@passerelle/publication';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Artefact, ajouterUnChamp, montrerLeChamp, unArtefact } from './support/artefact.js';

// Installs and builds, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let artefact: Artefact;

beforeAll(async () => {
  artefact = await unArtefact('region');
});
afterAll(() => artefact?.supprimer());

const reussir = async (...mots: string[]): Promise<string> => {
  const { sortie, stdout, stderr } = await artefact.pnpm(...mots);
  if (sortie !== 0) throw new Error(`pnpm ${mots.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
};

test('hors du dépôt commun, la Région installe, construit, met en forme et essaie sa part', async () => {
  await reussir('install', '--prefer-offline');
  await reussir('build');
  await reussir('check');
  expect(await reussir('--filter', './frontends/region', 'test')).toMatch(/Tests .*passed/);
  const service = await reussir('--filter', './services/region', 'test', 'formation');
  expect(service).toMatch(/Tests .*passed/);
  expect(service).not.toContain('failed');
});

test('un champ ajouté là se voit dans le schéma imprimé là', async () => {
  const avant = artefact.lire('services/region/schema.graphql');
  await reussir('print-schema');
  expect(artefact.lire('services/region/schema.graphql')).toBe(avant);
  ajouterUnChamp(artefact);
  await reussir('build');
  await reussir('print-schema');
  const apres = artefact.lire('services/region/schema.graphql');
  expect(avant).not.toContain('nombreMetiers');
  expect(apres).toMatch(
    /type Formation[^}]*"""Nombre de métiers préparés."""\s+nombreMetiers: Int\n/,
  );
});

test('le service démarre sur la base qu’on lui donne, et sert exactement ce schéma', async () => {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-base-'));
  chmodSync(dossier, 0o755);
  const base = await ensureEmbeddedPostgres({ dossier, port: 0, bases: ['region'] });
  try {
    const jwks = join(dossier, 'cles.json');
    writeFileSync(jwks, JSON.stringify((await generateSigningKey()).publiques));
    const service = await artefact.demarrerService({
      DATABASE_URL_REGION: base.url('region'),
      JETONS_INTERNES_JWKS: jwks,
      TAILLE_DEMONSTRATION: 'petite',
    });
    try {
      const servi: unknown = await (await fetch(`${service.adresse}/sante/schema`)).json();
      expect(servi).toEqual({
        partenaire: 'region',
        empreinte: empreinteDuSchema(artefact.lire('services/region/schema.graphql')),
      });
    } finally {
      await service.arreter();
    }
  } finally {
    await base.stop();
    await removeEmbeddedPostgres(dossier);
    rmSync(dossier, { recursive: true, force: true });
  }
});

test('le module se compile contre le graphe qu’on lui donne, et refuse celui qui n’a pas le champ', async () => {
  montrerLeChamp(artefact);
  const sansLeChamp = await artefact.pnpm('build');
  expect(sansLeChamp.sortie).not.toBe(0);
  expect(sansLeChamp.stdout + sansLeChamp.stderr).toContain('nombreMetiers');

  const graphe = artefact
    .lire('frontends/region/node_modules/@passerelle/portal-kit/generated/graphe.graphql')
    .replace(/^type Formation (implements [^{]*)?\{/m, '$&\n  nombreMetiers: Int');
  writeFileSync(join(artefact.dossier, 'frontends/region/graphe.graphql'), graphe);
  await reussir('build');
  expect(artefact.lire('frontends/region/dist/manifest.json')).toContain('"version": "0.2.0"');
});

test('la commande passerelle y est, et ses codes de sortie aussi', async () => {
  const { sortie, stderr } = await artefact.passerelle(
    ['verifier', 'schema', 'services/region/schema.graphql'],
    { PASSERELLE_REGISTRE: 'http://127.0.0.1:1' },
  );
  expect(sortie).toBe(2);
  expect(stderr).toContain('JETON_MANQUANT');
});
