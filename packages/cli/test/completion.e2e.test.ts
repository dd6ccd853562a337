import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { lancer } from './support/lancer.js';

test('bash complète avec le script que la commande donne', async () => {
  const dossier = await mkdtemp(join(tmpdir(), 'passerelle-completion-'));
  const bin = fileURLToPath(new URL('../bin/passerelle.js', import.meta.url));
  await symlink(bin, join(dossier, 'passerelle'));
  const { stdout: script } = await lancer(['completion', 'bash']);
  const { stdout } = await promisify(execFile)(
    'bash',
    [
      '-c',
      `${script}\nCOMP_WORDS=(passerelle etat --canal ""); COMP_CWORD=3; _passerelle; printf '%s ' "\${COMPREPLY[@]}"`,
    ],
    { env: { PATH: `${dossier}:${process.env['PATH'] ?? ''}` } },
  );
  await rm(dossier, { recursive: true });
  expect(stdout).toBe('recette production ');
});

test('zsh et fish ont leur script, un autre terminal est refusé', async () => {
  expect((await lancer(['completion', 'zsh'])).stdout).toContain('#compdef passerelle');
  expect((await lancer(['completion', 'fish'])).stdout).toContain('complete -c passerelle');
  expect((await lancer(['completion', 'cmd'])).sortie).toBe(2);
});
