import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { surviveStrayRejections } from './process-life.js';

it('un échec que personne n’attend est journalisé, et n’arrête rien', () => {
  const events = new EventEmitter();
  const lignes: unknown[] = [];
  surviveStrayRejections(events, { error: (...ligne: unknown[]) => void lignes.push(ligne) });
  const err = new Error('orpheline');

  // Node stops the process when this event has no listener.
  expect(events.emit('unhandledRejection', err)).toBe(true);
  expect(lignes).toEqual([[{ err }, 'a failure that nobody was waiting for']]);
});
