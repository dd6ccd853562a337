import { PARTENAIRES } from '@passerelle/identity';
import { empreinteDuSchema } from '@passerelle/publication';
import { expect, test } from 'vitest';
import { changedSchema, readSchemas } from './schemas.js';

test('chaque changement donne un autre schéma, qui contient les champs des précédents', () => {
  const schemas = readSchemas();
  for (const partenaire of PARTENAIRES) {
    const digests = [0, 1, 2, 20, 21, 40].map((changes) =>
      empreinteDuSchema(changedSchema(partenaire, schemas[partenaire], changes)),
    );
    expect(new Set(digests).size).toBe(digests.length);
    const later = changedSchema(partenaire, schemas[partenaire], 40);
    expect(later).toContain('essai1: String');
    expect(later).toContain('essai2: String');
  }
});
