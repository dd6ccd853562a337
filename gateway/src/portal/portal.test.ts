import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { empreinteOf } from '@passerelle/publication';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FichiersDeTest, REACT, unPortail } from '../../test/support/un-portail.js';
import type { RefusedLot } from './fetch-portal.js';
import { createPortal, type Portal } from './portal.js';

const ATTENTE = { timeout: 30_000 };

function situation({
  dossier = null,
  nouvelEssaiMs = 3_600_000,
}: Partial<Parameters<typeof createPortal>[0]> = {}) {
  const refuses: RefusedLot[] = [];
  const portal = createPortal({
    facts: { demonstration: true, dateDonnees: null },
    dossier,
    onRefused: (lot) => refuses.push(lot),
    nouvelEssaiMs,
  });
  onTestFinished(() => portal.close());
  return { portal, refuses, fichiers: new FichiersDeTest() };
}

async function unDossier(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), 'passerelle-fichiers-'));
  onTestFinished(() => rm(dossier, { recursive: true, force: true }));
  return dossier;
}

const revisions = (portal: Portal) => portal.version(null)?.modules;

async function lire(portal: Portal, chemin: string) {
  const file = portal.find(chemin);
  return file === null ? null : portal.open(file);
}

it('un module altéré n’est pas servi : sa version précédente reste, les autres avancent', async () => {
  const { portal, refuses, fichiers } = situation();
  await portal.replace(
    unPortail(fichiers, { region: [{ revision: 1 }], etat: [{ revision: 1 }] }),
    1,
  );
  const suivant = unPortail(fichiers, {
    region: [{ revision: 2, code: 'export const mount = 2;' }],
    etat: [{ revision: 2, code: 'export const mount = 3;' }],
  });
  fichiers.contenus.set(empreinteOf('export const mount = 2;'), Buffer.from('alert(1)'));
  await portal.replace(suivant, 2);
  expect(revisions(portal)).toEqual({ region: 1, etat: 2 });
  expect(portal.version(null)?.numero).toBe(2);
  expect(refuses).toMatchObject([{ lot: 'region', revision: 2, fichier: 'module.js' }]);
  expect(await lire(portal, '/modules/region/1/module.js')).not.toBeNull();
  await expect(lire(portal, '/modules/region/2/module.js')).rejects.toThrow('not the file');
});

it('un essai altéré n’est donné à personne', async () => {
  const { portal, fichiers } = situation();
  const portail = unPortail(fichiers, {
    region: [
      { revision: 2, code: 'essai', cible: { roles: ['dpo'], organisations: [] } },
      { revision: 1 },
    ],
  });
  fichiers.contenus.delete(empreinteOf('essai'));
  await portal.replace(portail, 1);
  expect(revisions(portal)).toEqual({ region: 1 });
});

it('sans la coquille ou les partages de la nouvelle publication, l’ancienne page reste entière', async () => {
  const { portal, refuses, fichiers } = situation();
  await portal.replace(unPortail(fichiers, { region: [{ revision: 1 }] }), 1);
  const suivant = unPortail(fichiers, { region: [{ revision: 2 }] }, { coquille: 2 });
  suivant.portail.coquille.fichiers = fichiers.lot({ 'coquille.js': 'perdue' });
  fichiers.contenus.delete(empreinteOf('perdue'));
  await portal.replace(suivant, 2);
  expect(portal.version(null)).toEqual({
    numero: 1,
    coquille: 1,
    partages: 1,
    modules: { region: 1 },
  });
  expect(refuses).toMatchObject([{ lot: 'coquille', revision: 2 }]);
});

it('ce qui manquait est redemandé, et servi dès que le registre le donne', async () => {
  const { portal, fichiers } = situation({ nouvelEssaiMs: 5 });
  const portail = unPortail(fichiers, { region: [{ revision: 1, code: 'tardif' }] });
  fichiers.contenus.delete(empreinteOf('tardif'));
  await portal.replace(portail, 1);
  expect(revisions(portal)).toEqual({});
  fichiers.contenus.set(empreinteOf('tardif'), Buffer.from('tardif'));
  await vi.waitFor(() => expect(revisions(portal)).toEqual({ region: 1 }), ATTENTE);
});

it('les révisions passées que des onglets ouverts demandent encore restent servies', async () => {
  const { portal, fichiers } = situation();
  const gardes = [{ lot: 'region', revision: 11, fichiers: fichiers.lot({ 'page.js': 'vieux' }) }];
  await portal.replace(unPortail(fichiers, { region: [{ revision: 13 }] }, { gardes }), 7);
  const vieux = await lire(portal, '/modules/region/11/page.js');
  expect(Buffer.from(vieux?.contenu ?? []).toString()).toBe('vieux');
  expect(portal.isServed('region', 11)).toBe(true);
  expect(portal.isServed('region', 10)).toBe(false);
  expect(await lire(portal, '/modules/region/10/page.js')).toBeNull();
});

it('les copies compressées sont faites une fois, et relues au démarrage suivant', async () => {
  const dossier = await unDossier();
  const fichiers = new FichiersDeTest();
  const portail = unPortail(fichiers, {});
  const premiere = situation({ dossier }).portal;
  await premiere.replace(portail, 1);
  const react = await lire(premiere, '/partages/1/react.js');
  await vi.waitFor(() => expect(react?.gzip).not.toBeNull(), ATTENTE);
  expect(brotliDecompressSync(react?.br ?? Buffer.of()).toString()).toBe(REACT);
  expect(gunzipSync(react?.gzip ?? Buffer.of()).toString()).toBe(REACT);

  const nom = `${empreinteOf(REACT).replace(':', '-')}.br`;
  await vi.waitFor(async () => expect(await readdir(dossier)).toHaveLength(2), ATTENTE);
  // What somebody changed on disk is made anew.
  await writeFile(join(dossier, nom), 'abime');
  const seconde = situation({ dossier }).portal;
  await seconde.replace(portail, 1);
  const relu = await lire(seconde, '/partages/1/react.js');
  await vi.waitFor(() => expect(relu?.gzip).not.toBeNull(), ATTENTE);
  expect(brotliDecompressSync(relu?.br ?? Buffer.of()).toString()).toBe(REACT);
});

it('le disque ne garde pas ce que plus aucune publication ne nomme', async () => {
  const dossier = await unDossier();
  const ancien = join(dossier, `sha256-${'a'.repeat(64)}`);
  const recent = `sha256-${'b'.repeat(64)}`;
  await writeFile(ancien, '');
  await writeFile(join(dossier, recent), '');
  await writeFile(join(dossier, 'autre.txt'), '');
  await utimes(ancien, 0, 0);
  await utimes(join(dossier, 'autre.txt'), 0, 0);
  const { portal, fichiers } = situation({ dossier });
  await portal.replace(unPortail(fichiers, {}), 1);
  await vi.waitFor(async () => {
    const noms = (await readdir(dossier)).filter((nom) => !/\.(br|gzip)/.test(nom));
    expect(noms.sort()).toEqual(['autre.txt', recent].sort());
  }, ATTENTE);
});
