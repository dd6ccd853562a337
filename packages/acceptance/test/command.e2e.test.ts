import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Fin, lancerPasserelle, RACINE } from './support/run-program.js';

// Many short programs, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

let platform: Platform;
let dossier: string;
let schema: string;

beforeAll(async () => {
  platform = await startPlatform();
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-commande-'));
  schema = await readFile(join(RACINE, 'services/region/schema.graphql'), 'utf8');
  await cp(join(RACINE, 'frontends/region/dist'), join(dossier, 'dist'), { recursive: true });
});
afterAll(async () => {
  await platform?.stop();
  await rm(dossier, { recursive: true, force: true });
});

const avec = (jeton: string, ...mots: string[]): Promise<Fin> =>
  lancerPasserelle(mots, { registre: platform.registre, jeton, dossier });
const schemaDe = (...mots: string[]): Promise<Fin> => avec(platform.jetons.region.schema, ...mots);
const moduleDe = (...mots: string[]): Promise<Fin> => avec(platform.jetons.region.module, ...mots);
const ecrire = (nom: string, texte: string): Promise<void> => writeFile(join(dossier, nom), texte);

const versionsSchema = z.object({
  partenaires: z.array(
    z.object({
      partenaire: z.string(),
      module: z.object({ version: z.string() }).nullable(),
      canari: z.object({ version: z.string() }).nullable(),
    }),
  ),
});

async function versionsDeRegion(): Promise<{ module?: string; canari?: string }> {
  const { stdout } = await schemaDe('etat', '--json');
  const region = versionsSchema
    .parse(JSON.parse(stdout))
    .partenaires.find(({ partenaire }) => partenaire === 'region');
  return {
    ...(region?.module ? { module: region.module.version } : {}),
    ...(region?.canari ? { canari: region.canari.version } : {}),
  };
}

async function versionner(version: string): Promise<void> {
  const chemin = join(dossier, 'dist/manifest.json');
  const manifeste: object = JSON.parse(await readFile(chemin, 'utf8'));
  await writeFile(chemin, JSON.stringify({ ...manifeste, version }));
}

test('l’état nomme les trois partenaires et la passerelle qui sert', async () => {
  const { sortie, stdout } = await schemaDe('etat');
  expect(sortie).toBe(0);
  for (const texte of ['etat', 'region', 'pole-emploi', 'reliée']) expect(stdout).toContain(texte);
});

test('ce qui est déjà servi se publie sans rien changer', async () => {
  await ecrire('schema.graphql', schema);
  const fin = await schemaDe('publier', 'schema', 'schema.graphql', '--attendre');
  expect(fin).toMatchObject({ sortie: 0 });
  expect(fin.stdout).toContain('Inchangé');
});

test('la Région qui prend Instance.type est refusée, avec la place, et comment passer', async () => {
  await ecrire(
    'pris.graphql',
    `${schema}\nextend type Instance @key(fields: "code") { code: ID! type: String }\n`,
  );
  const fin = await schemaDe('verifier', 'schema', 'pris.graphql');
  expect(fin.sortie).toBe(1);
  for (const texte of ['REFUS', 'Instance', 'pris.graphql:', 'Pour passer :']) {
    expect(fin.stdout).toContain(texte);
  }
});

test('un schéma que le processus ne sert pas n’est pas publié', async () => {
  await ecrire(
    'autre.graphql',
    schema.replace(/^type Formation[^{]*\{/m, '$&\n  "Durée."\n  duree: Int\n'),
  );
  const fin = await schemaDe('publier', 'schema', 'autre.graphql');
  expect(fin).toMatchObject({ sortie: 1 });
  expect(fin.stdout).toContain('SCHEMA_NON_SERVI');
});

test('un module se publie, s’essaie sur quelques-uns, passe à tous, puis se reprend', async () => {
  await versionner('0.1.1');
  const publie = await moduleDe('publier', 'module', 'dist', '--attendre');
  expect(publie).toMatchObject({ sortie: 0 });
  expect(publie.stdout).toMatch(/Publié : révision \d+, publication \d+ de production/);
  expect(publie.stdout).toMatch(/│\s+sert\s+│/);

  await versionner('0.1.2');
  const essaye = await moduleDe('publier', 'module', 'dist', '--canari-roles', 'administrateur');
  expect(essaye.sortie).toBe(0);
  expect(await versionsDeRegion()).toEqual({ module: '0.1.1', canari: '0.1.2' });

  expect((await moduleDe('promouvoir', 'module', '--canari', '--attendre')).sortie).toBe(0);
  expect(await versionsDeRegion()).toEqual({ module: '0.1.2' });

  const repris = await moduleDe('revenir', '--genre', 'module', '--motif', 'essai', '--attendre');
  expect(repris).toMatchObject({ sortie: 0 });
  expect((await versionsDeRegion()).module).toBe('0.1.1');
});

test('un module passe de la recette à la production', async () => {
  await versionner('0.1.3');
  const recette = await moduleDe('publier', 'module', 'dist', '--canal', 'recette');
  expect(recette).toMatchObject({ sortie: 0 });
  expect((await versionsDeRegion()).module).toBe('0.1.1');
  expect((await moduleDe('promouvoir', 'module', '--attendre')).sortie).toBe(0);
  expect((await versionsDeRegion()).module).toBe('0.1.3');
});

test('la coquille et les fichiers partagés se publient pareil, par l’équipe commune seule', async () => {
  const lots = { coquille: 'frontends/shell/dist', partages: 'packages/portal-kit/dist/partages' };
  for (const [lot, chemin] of Object.entries(lots)) {
    const mots = ['publier', 'module', join(RACINE, chemin), '--lot', lot];
    const commun = await avec(platform.jetons.commun.module, ...mots);
    expect([lot, commun.sortie, commun.stdout]).toEqual([
      lot,
      0,
      expect.stringContaining('Inchangé'),
    ]);
    expect((await moduleDe(...mots)).sortie).not.toBe(0);
  }
});

test('un fichier changé après sa construction est refusé', async () => {
  const manifeste: { entree: string } = JSON.parse(
    await readFile(join(dossier, 'dist/manifest.json'), 'utf8'),
  );
  const entree = join('dist', manifeste.entree);
  const avant = await readFile(join(dossier, entree), 'utf8');
  await ecrire(entree, `${avant}\n// ajouté`);
  const fin = await moduleDe('publier', 'module', 'dist');
  await ecrire(entree, avant);
  expect(fin.sortie).toBe(1);
  expect(fin.stdout).toContain('LOT_ALTERE');
});

test('un jeton ne fait que son genre ; révoqué, il ne fait plus rien', async () => {
  const refuse = await schemaDe('publier', 'module', 'dist');
  expect(refuse).toMatchObject({ sortie: 3 });
  expect(refuse.stderr).toContain('DROIT_INSUFFISANT');

  const { administration } = platform.jetons.region;
  const cree = await avec(administration, 'jeton', 'creer', '--nom', 'CI', '--genre', 'module');
  const secret = cree.stdout.trim();
  expect((await avec(secret, 'verifier', 'module', 'dist')).sortie).toBe(0);
  const id = /Jeton (\S+) /.exec(cree.stderr)?.[1] ?? '';
  expect((await avec(administration, 'jeton', 'lister')).stdout).toContain(id);
  expect((await avec(administration, 'jeton', 'revoquer', id)).sortie).toBe(0);
  const apres = await avec(secret, 'verifier', 'module', 'dist');
  expect(apres).toMatchObject({ sortie: 3 });
  expect(apres.stderr).toContain('JETON_REVOQUE');
});

test('le journal garde tout, le graphe est celui des clients', async () => {
  const { stdout } = await schemaDe('journal', '--premiers', '50', '--editeur', 'region');
  for (const evenement of ['PUBLICATION_MODULE', 'CANARI', 'RETOUR', 'REFUS', 'JETON_REVOQUE']) {
    expect(stdout).toContain(evenement);
  }
  const graphe = await schemaDe('graphe');
  expect(graphe.stdout).toContain('type Formation');
  expect(graphe.stdout).not.toContain('join__');
});
