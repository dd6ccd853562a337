import { expect, test } from 'vitest';
import { refuserPublication, refuserRenvoi, refuserValidation } from './vie.js';

const version = (etat: 'BROUILLON' | 'VALIDEE' | 'PUBLIEE', renvoyee = false) => ({
  version: 2,
  etat,
  renvoyee,
  auteurSujet: 'auteur',
});

test('un brouillon se valide par un autre que son auteur, une fois, sauf renvoyé', () => {
  expect(refuserValidation(version('BROUILLON'), 'autre')).toBeNull();
  expect(refuserValidation(version('BROUILLON'), 'auteur')?.code).toBe('VALIDATION_PAR_AUTEUR');
  expect(refuserValidation(version('BROUILLON', true), 'autre')?.code).toBe('DEJA_RENVOYEE');
  expect(refuserValidation(version('VALIDEE'), 'autre')?.code).toBe('TRANSITION_REFUSEE');
  expect(refuserValidation(version('PUBLIEE'), 'autre')?.code).toBe('RIEN_A_VALIDER');
});

test('se renvoie ce qui n’est pas publié, une fois', () => {
  expect(refuserRenvoi(version('BROUILLON'))).toBeNull();
  expect(refuserRenvoi(version('VALIDEE'))).toBeNull();
  expect(refuserRenvoi(version('BROUILLON', true))?.code).toBe('DEJA_RENVOYEE');
  expect(refuserRenvoi(version('PUBLIEE'))?.code).toBe('RIEN_A_RENVOYER');
});

test('se publie ce qui est validé', () => {
  expect(refuserPublication(version('VALIDEE'))).toBeNull();
  expect(refuserPublication(version('BROUILLON'))?.code).toBe('TRANSITION_REFUSEE');
  expect(refuserPublication(version('BROUILLON', true))?.code).toBe('TRANSITION_REFUSEE');
  expect(refuserPublication(version('PUBLIEE'))?.code).toBe('RIEN_A_PUBLIER');
});
