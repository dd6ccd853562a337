import { PARTENAIRES } from '@passerelle/identity';
import { expect, test } from 'vitest';
import { catalogueDe } from './index.js';

test('ligne 17 : aucun effectif de personnes n’est défini plus finement que l’arrondissement', () => {
  for (const maison of PARTENAIRES) {
    for (const { code, comptePersonnes, mailleMinimale } of catalogueDe(maison)) {
      if (comptePersonnes) expect(['COMMUNE', 'EPCI'], code).not.toContain(mailleMinimale);
    }
  }
});

test('ce qui n’a pas de source dit ce qui est attendu ; tout dit pourquoi rien n’est plus fin', () => {
  for (const maison of PARTENAIRES) {
    for (const { code, source, attendu, raisonMaille } of catalogueDe(maison)) {
      expect(attendu !== null, code).toBe(source === 'À fournir');
      expect(raisonMaille, code).not.toBe('');
    }
  }
});
