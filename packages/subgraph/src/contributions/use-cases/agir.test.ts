import { describe } from 'vitest';
import { createMemoryJournal } from '../../../test/memory-journal.js';
import { actsSuite } from './agir.suite.js';

describe('actes sur un journal en mémoire', () => {
  const underTest = createMemoryJournal();
  actsSuite(() => underTest);
});
