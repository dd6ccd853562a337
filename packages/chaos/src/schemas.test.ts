import { PARTENAIRES } from '@passerelle/identity';
import { empreinteDuSchema } from '@passerelle/publication';
import { expect, test } from 'vitest';
import { changedSchemas, readSchemas } from './schemas.js';

test('chaque changement donne un autre schéma, qui contient les champs des précédents', () => {
  const schemas = readSchemas();
  for (const partenaire of PARTENAIRES) {
    const changes = [0, 1, 2, 20, 21, 40];
    const changed = changedSchemas(partenaire, schemas[partenaire], changes);
    expect([...changed.keys()]).toEqual(changes);
    const digests = [...changed.values()].map(empreinteDuSchema);
    expect(new Set(digests).size).toBe(changes.length);
    const later = changed.get(40);
    expect(later).toContain('essai1: String');
    expect(later).toContain('essai2: String');
  }
});
