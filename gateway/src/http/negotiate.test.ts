import { describe, expect, it } from 'vitest';
import { negotiate } from './negotiate.js';

describe('format de la réponse', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['application/json', 'json'],
    ['application/graphql-response+json, application/json', 'graphql-response'],
    ['text/event-stream', 'event-stream'],
    ['text/event-stream, application/json', 'event-stream'],
    [
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      'graphql-response',
    ],
    ['text/html;q=0.9, application/json;q=0.5', 'json'],
  ])('%s : %s', (accept, attendu) => {
    expect(negotiate(accept)).toBe(attendu);
  });

  it('refuse ce qui ne peut pas être servi', () => {
    expect(() => negotiate('text/html')).toThrow('Aucun des formats');
    expect(() => negotiate('application/json;q=0')).toThrow('Aucun des formats');
  });
});
