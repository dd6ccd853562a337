import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { surviveStrayRejections } from './stray-rejections.js';

test('un échec que personne n’attend est journalisé, et n’arrête rien', () => {
  const events = new EventEmitter();
  const logged: unknown[] = [];
  surviveStrayRejections(events, { error: (fields, message) => logged.push([fields, message]) });
  const reason = new Error('orpheline');

  // Node stops the process when this event has no listener.
  expect(events.emit('unhandledRejection', reason)).toBe(true);
  expect(logged).toEqual([[{ err: reason }, 'a failure that nobody was waiting for']]);
});
