import { expect, test } from 'vitest';
import { freePorts } from './free-port.js';

test('donne des ports tous différents, sur lesquels personne n’écoute', async () => {
  const ports = await freePorts(20);

  expect(new Set(ports).size).toBe(20);
  expect(ports.every((port) => port >= 1_024 && port <= 65_535)).toBe(true);
});
