import { expect, test } from 'vitest';
import { lireFeuille } from './feuille-de-presence.js';

const membre = {
  fonction: 'Sous-préfet',
  organisation: 'Préfecture',
  partenaire: 'ETAT' as const,
  present: false,
  signataire: false,
  voix: true,
};
const dit = { fonction: membre.fonction, organisation: membre.organisation };

test('la voix vient du siège, une seule fois, et jamais de la saisie', () => {
  const lue = lireFeuille(
    [dit, dit, { fonction: 'Invité', organisation: 'Mairie', partenaire: 'REGION' }],
    [membre],
  );
  expect(lue).toMatchObject({
    ok: true,
    valeur: [
      { voix: true, partenaire: 'ETAT' },
      { voix: false },
      { voix: false, partenaire: 'REGION' },
    ],
  });
});

test('nul ne signe sans être là, et une feuille sans présent n’en est pas une', () => {
  const absent = { ...dit, present: false, signataire: true };
  expect(lireFeuille([absent], [membre])).toEqual({ ok: false, code: 'PERSONNE_PRESENT' });
  expect(lireFeuille([absent, { fonction: 'a', organisation: 'b' }], [membre])).toMatchObject({
    valeur: [{ present: false, signataire: false }, { present: true }],
  });
});

test('une feuille trop longue ou illisible est refusée', () => {
  expect(
    lireFeuille(
      Array.from({ length: 101 }, () => dit),
      [membre],
    ),
  ).toEqual({
    ok: false,
    code: 'LISTE_TROP_LONGUE',
  });
  expect(lireFeuille([{ ...dit, fonction: ' ' }], [membre])).toEqual({
    ok: false,
    code: 'TEXTE_VIDE',
  });
});
