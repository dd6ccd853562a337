import { expect, it } from 'vitest';
import { createPublishedDocuments } from './published-documents.js';

const JOUR = 24 * 3_600_000;
const document = (empreinte: string) => ({ empreinte, texte: `query ${empreinte} { a }` });

it('un document retiré reste connu un jour, puis ne l’est plus', () => {
  let heure = 0;
  const documents = createPublishedDocuments(() => heure);
  documents.replace([document('a'), document('b')]);
  expect(documents.find('a')).toBe('query a { a }');
  expect(documents.find('c')).toBeNull();
  heure = 1_000;
  documents.replace([document('b'), document('c')]);
  heure = JOUR;
  documents.replace([document('c')]);
  expect([documents.find('a'), documents.find('b')]).toEqual(['query a { a }', 'query b { a }']);
  heure = JOUR + 1_000;
  documents.replace([document('c')]);
  expect([documents.find('a'), documents.find('b')]).toEqual([null, 'query b { a }']);
});

it('un document retiré puis publié de nouveau est de nouveau tenu', () => {
  let heure = 0;
  const documents = createPublishedDocuments(() => heure);
  documents.replace([document('a')]);
  documents.replace([]);
  documents.replace([document('a')]);
  heure = 2 * JOUR;
  documents.replace([document('a')]);
  expect(documents.find('a')).not.toBeNull();
});
