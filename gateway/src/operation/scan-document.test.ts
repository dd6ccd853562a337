import { describe, expect, it } from 'vitest';
import { GatewayError } from '../errors.js';
import { scanDocument } from './scan-document.js';

const LIMITES = { documentOctets: 1_000, lexemes: 20 };

function codeOf(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof GatewayError) return error.code;
    throw error;
  }
  return 'ACCEPTE';
}

describe('lecture préalable d’un document', () => {
  it('accepte un document ordinaire, commentaires compris', () => {
    expect(codeOf(() => scanDocument('# bonjour\n{ a b c # fin\n}', LIMITES))).toBe('ACCEPTE');
  });

  it('compte les commentaires comme des lexèmes', () => {
    const commentaires = '#x\n'.repeat(18);
    expect(codeOf(() => scanDocument(`${commentaires}{ a }`, LIMITES))).toBe(
      'LEXEMES_TROP_NOMBREUX',
    );
  });

  it('compte les commentaires placés après la dernière accolade', () => {
    expect(codeOf(() => scanDocument(`{ a }${'#x\n'.repeat(30)}`, LIMITES))).toBe(
      'LEXEMES_TROP_NOMBREUX',
    );
  });

  it('compte les lexèmes', () => {
    expect(codeOf(() => scanDocument(`{ ${'a '.repeat(30)} }`, LIMITES))).toBe(
      'LEXEMES_TROP_NOMBREUX',
    );
  });

  it('compte la taille en octets, pas en caractères', () => {
    expect(codeOf(() => scanDocument(`{ a(b: "${'é'.repeat(600)}") }`, LIMITES))).toBe(
      'DOCUMENT_TROP_GRAND',
    );
  });

  it('situe une erreur de syntaxe', () => {
    expect(() => scanDocument('{ a "', LIMITES)).toThrow(/ligne 1, colonne/);
    expect(codeOf(() => scanDocument('{ a "', LIMITES))).toBe('SYNTAXE_INVALIDE');
  });
});
