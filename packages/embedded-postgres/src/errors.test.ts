import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMBEDDED_POSTGRES_CODES, EmbeddedPostgresError, fromFileSystem } from './errors.js';

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

test('un disque plein est dit en une phrase qui nomme le dossier', () => {
  const error = fromFileSystem(systemError('ENOSPC'), '/donnees');

  expect(error).toBeInstanceOf(EmbeddedPostgresError);
  expect(error).toMatchObject({
    code: 'DISQUE_PLEIN',
    message:
      'Le disque est plein : la base de données ne peut pas écrire dans /donnees. Libérez de la place, puis recommencez.',
  });
});

test('un droit manquant est dit en une phrase, avec la variable qui en sort', () => {
  for (const code of ['EACCES', 'EPERM', 'EROFS']) {
    expect(fromFileSystem(systemError(code), '/donnees')).toMatchObject({
      code: 'PERMISSION_REFUSEE',
      message: expect.stringMatching(/\/donnees.*PASSERELLE_DOSSIER/),
    });
  }
});

test('le reste passe tel quel', () => {
  const bug = new TypeError('impossible');

  expect(fromFileSystem(bug, '/donnees')).toBe(bug);
});

test('le README nomme chaque code, et aucun autre', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const line = readme.split('\n').find((text) => text.startsWith('Errors:')) ?? '';
  const named = [...line.matchAll(/`([A-Z_]{4,})`/g)].map((match) => match[1]);

  expect(new Set(named)).toEqual(new Set(EMBEDDED_POSTGRES_CODES));
});
