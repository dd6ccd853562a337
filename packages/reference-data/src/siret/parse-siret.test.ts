import { isSiren, isSiret, parseSiret } from '@passerelle/reference-data';
import { describe, expect, test } from 'vitest';

describe('la clé', () => {
  test('accepte un SIRET et un SIREN justes, refuse un chiffre changé', () => {
    expect(isSiret('13003013300016')).toBe(true);
    expect(isSiret('13003013300017')).toBe(false);
    expect(isSiren('130030133')).toBe(true);
    expect(isSiren('130030134')).toBe(false);
  });

  test('accepte les établissements de La Poste, dont la somme des chiffres est multiple de 5', () => {
    expect(isSiret('35600000049837')).toBe(true);
    expect(isSiret('35600000049838')).toBe(false);
    // The headquarters follow Luhn's rule.
    expect(isSiret('35600000000048')).toBe(true);
    expect(isSiren('356000000')).toBe(true);
  });

  test('l’exception de La Poste ne vaut pour personne d’autre', () => {
    // Sum of digits 25, multiple of 5, but a wrong key by Luhn.
    const siret = '13003013300029';
    expect(Array.from(siret).reduce((sum, digit) => sum + Number(digit), 0) % 5).toBe(0);
    expect(isSiret(siret)).toBe(false);
  });
});

describe('la lecture', () => {
  test.each(['13003013300016', '130 030 133 00016', '130\u00a0030\u00a0133\u202f00016'])(
    'lit « %s »',
    (texte) => {
      expect(parseSiret(texte)).toEqual({ ok: true, siret: '13003013300016', siren: '130030133' });
    },
  );

  test.each([
    ['', 'LONGUEUR'],
    ['130030133', 'LONGUEUR'],
    ['130030133000160', 'LONGUEUR'],
    ['1300301330001A', 'CARACTERES'],
    ['130-030-133-00016', 'CARACTERES'],
    ['13003013300017', 'CLE'],
    ['00000000000000', 'CLE'],
  ])('« %s » : %s', (texte, motif) => {
    expect(parseSiret(texte)).toMatchObject({ ok: false, motif });
  });

  test('refuse un texte que NFKC changerait : deux textes différents ne font pas un établissement', () => {
    const pleineChasse = '１３００３０１３３０００１６';
    expect(pleineChasse.normalize('NFKC')).toBe('13003013300016');
    expect(parseSiret(pleineChasse)).toMatchObject({ ok: false, motif: 'CARACTERES' });
    expect(isSiret(pleineChasse)).toBe(false);
    // Other digits of Unicode, which NFKC leaves alone.
    expect(parseSiret('١٣٠٠٣٠١٣٣٠٠٠١٦')).toMatchObject({ ok: false, motif: 'CARACTERES' });
  });

  test('dit ce qui ne va pas en une phrase', () => {
    expect(parseSiret('123')).toMatchObject({
      message: 'Un numéro SIRET compte 14 chiffres ; 3 lus.',
    });
  });

  test('la forme stockée est stricte : ni espace ni retour à la ligne', () => {
    expect(isSiret('130 030 133 00016')).toBe(false);
    expect(isSiret('13003013300016\n')).toBe(false);
  });
});
