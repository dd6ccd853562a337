import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BASES_AILLEURS } from '../test/started-platform.js';
import { type Config, readConfig } from './config.js';
import { keepDemonstration, settleDemonstration } from './settle-demonstration.js';

function unDossier(): string {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-taille-'));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  return dossier;
}

function config(dossier: string, env: NodeJS.ProcessEnv = {}, args: string[] = []): Config {
  return readConfig({ env: { ...env, PASSERELLE_DOSSIER: dossier }, args, racine: '/projet' });
}

test('la première fois : ce qui est demandé, sinon la région 32 et la taille ordinaire', () => {
  const dossier = unDossier();

  expect(settleDemonstration(config(dossier))).toEqual({ region: '32', taille: 'demonstration' });
  expect(settleDemonstration(config(dossier, { REGION: '52' }, ['--taille=petite']))).toEqual({
    region: '52',
    taille: 'petite',
  });
});

test('ensuite, sans rien demander, les données gardent leur région et leur taille', () => {
  const dossier = unDossier();
  keepDemonstration(config(dossier), { region: '52', taille: 'region' });

  expect(settleDemonstration(config(dossier))).toEqual({ region: '52', taille: 'region' });
  expect(settleDemonstration(config(dossier, { REGION: '52' }, ['--taille=region']))).toEqual({
    region: '52',
    taille: 'region',
  });
});

test('une autre région ou une autre taille est refusée, sauf en repartant de zéro', () => {
  const dossier = unDossier();
  keepDemonstration(config(dossier), { region: '32', taille: 'petite' });
  const other = { REGION: '52' };

  expect(() => settleDemonstration(config(dossier, other))).toThrow(
    /région 32, pas de la région 52.*REGION=52 npm start -- --reinitialiser/,
  );
  expect(() => settleDemonstration(config(dossier, {}, ['--taille=region']))).toThrow(
    /« petite ».*--reinitialiser --taille=region/,
  );
  expect(settleDemonstration(config(dossier, other, ['--reinitialiser']))).toEqual({
    region: '52',
    taille: 'demonstration',
  });
});

test('un fichier abîmé ne décide de rien ; des bases tenues ailleurs non plus', () => {
  const dossier = unDossier();
  for (const content of ['', '{', 'null', '[]', '{"region":32,"taille":"petite"}']) {
    writeFileSync(join(dossier, 'demonstration.json'), content);
    expect(settleDemonstration(config(dossier, { REGION: '52' })).region).toBe('52');
  }
  keepDemonstration(config(dossier), { region: '32', taille: 'petite' });

  expect(settleDemonstration(config(dossier, { ...BASES_AILLEURS, REGION: '52' })).region).toBe(
    '52',
  );
});
