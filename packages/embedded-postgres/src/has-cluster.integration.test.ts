import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasCluster } from './has-cluster.js';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'passerelle-cluster-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test('reconnaît un cluster, un dossier vide, et l’absence de dossier', () => {
  const home = folder();
  mkdirSync(join(home, 'vide'));
  mkdirSync(join(home, 'cluster'));
  writeFileSync(join(home, 'cluster', 'PG_VERSION'), '18\n');
  writeFileSync(join(home, 'fichier'), '');

  expect(hasCluster(join(home, 'cluster'))).toBe(true);
  expect(hasCluster(join(home, 'vide'))).toBe(false);
  expect(hasCluster(join(home, 'absent'))).toBe(false);
  expect(hasCluster(join(home, 'fichier'))).toBe(false);
});

test('ce que l’on ne peut pas lire n’est pas pris pour absent', () => {
  const home = folder();
  // A loop of links stands for a closed folder, which would not stop root.
  symlinkSync('postgres', join(home, 'postgres'));

  expect(() => hasCluster(join(home, 'postgres'))).toThrow(/ELOOP/);
});
