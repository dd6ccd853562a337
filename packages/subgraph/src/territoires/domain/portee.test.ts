import { expect, test } from 'vitest';
import { unAgent } from '../../testing/identities.js';
import { estDansSaPortee, type Lieu } from './portee.js';

const REGION: Lieu = { code: '32', maille: 'REGION', parents: [] };
const NORD: Lieu = { code: '59', maille: 'DEPARTEMENT', parents: [REGION] };
const SOMME: Lieu = { code: '80', maille: 'DEPARTEMENT', parents: [REGION] };
const VALENCIENNES: Lieu = { code: '596', maille: 'ARRONDISSEMENT', parents: [NORD, REGION] };
const AMIENS: Lieu = { code: '802', maille: 'ARRONDISSEMENT', parents: [SOMME, REGION] };

const cle = ({ code, maille }: Lieu) => ({ code, maille });
const sousPrefet = unAgent('etat', 'sous-prefet', { territoire: cle(VALENCIENNES) });
const directeur = unAgent('pole-emploi', 'directeur-territorial', { territoire: cle(NORD) });

test('un sous-préfet agit dans son arrondissement, ni à côté ni au-dessus', () => {
  const agit = (lieu: Lieu) => estDansSaPortee(sousPrefet, 'seance:participer', lieu, VALENCIENNES);
  expect([VALENCIENNES, AMIENS, NORD, REGION].map(agit)).toEqual([true, false, false, false]);
});

test('un directeur territorial agit dans son département et aux tables dont il dépend', () => {
  const agit = (lieu: Lieu) => estDansSaPortee(directeur, 'seance:participer', lieu, NORD);
  expect([NORD, VALENCIENNES, REGION, SOMME, AMIENS].map(agit)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('un chef de projet agit dans toute la région', () => {
  const chef = unAgent('etat', 'chef-de-projet');
  expect(estDansSaPortee(chef, 'seance:participer', AMIENS, null)).toBe(true);
});

test('sans territoire, un rôle de terrain n’agit nulle part', () => {
  const oublie = unAgent('region', 'conseiller-regional');
  expect(estDansSaPortee(oublie, 'decision:valider', VALENCIENNES, null)).toBe(false);
});

test('un rôle sans le droit n’en porte pas la portée', () => {
  const deux = unAgent('region', 'conseiller-regional', {
    roles: ['conseiller-regional', 'dpo'],
    territoire: cle(VALENCIENNES),
  });
  expect(estDansSaPortee(deux, 'decision:valider', AMIENS, VALENCIENNES)).toBe(false);
});
