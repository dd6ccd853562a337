import { describe, expect, it } from 'vitest';
import { safeReturn } from './safe-return.js';

const PORTAIL = new URL('http://127.0.0.1:4000');

describe('retour après connexion', () => {
  it.each([
    [null, '/'],
    ['', '/'],
    ['/', '/'],
    ['/protocole/E07?x=1#haut', '/protocole/E07?x=1#haut'],
  ])('accepte %s', (retour, attendu) => {
    expect(safeReturn(retour, PORTAIL)).toBe(attendu);
  });

  it.each([
    'https://mechant.example/',
    '//mechant.example/',
    '/\\mechant.example/',
    '\\\\mechant.example',
    '/\t/mechant.example',
    '/\n//mechant.example',
    'javascript:alert(1)',
    'protocole',
    ' /protocole',
    'http://127.0.0.1:4000.mechant.example/',
    // Dots that URL folds away and leave two slashes at the start: another host for a browser.
    '/.//mechant.example/',
    '/..//mechant.example/',
    '/page/..//mechant.example/',
    '/%2e//mechant.example/',
    `/${'a'.repeat(3_000)}`,
  ])('refuse %s', (retour) => {
    expect(safeReturn(retour, PORTAIL)).toBeNull();
  });
});
