import { describe, expect, test } from 'vitest';
import { PARTENAIRES } from './partenaires.js';
import { ACTES_CONTRIBUTION, REGLES_DES_ROLES, ROLES, type Role } from './roles.js';
import { SCOPE_LIRE, SCOPE_LIRE_PUBLIC, scopeContribution, scopesOf } from './scopes.js';

const MAISONS = [...PARTENAIRES, null];

/** Written by hand from the agreement between the houses: what the table must say, cell by cell. */
const DROITS: Readonly<Record<Role, string>> = {
  'chef-de-projet': 'etat: modifier valider publier',
  'sous-prefet': 'etat: modifier',
  'delegue-recteur': 'etat: modifier',
  'charge-de-mission': 'region: modifier valider publier',
  'conseiller-regional': 'region: valider publier',
  'animateur-prochemploi': 'region: modifier',
  conseiller: 'pole-emploi:',
  'charge-relations-entreprises': 'pole-emploi: modifier',
  'directeur-territorial': 'pole-emploi: modifier valider publier',
  'partenaire-social': '',
  dpo: 'etat region pole-emploi:',
  administrateur: 'etat region pole-emploi:',
  integrateur: '',
  service: 'etat region pole-emploi:',
};

describe.each(ROLES)('le rôle %s', (role) => {
  const [maisons = '', actes = ''] = DROITS[role].split(':');

  test.each(MAISONS)('chez %s, ouvre exactement ce que dit l’accord', (partenaire) => {
    const attendus = [role === 'integrateur' ? SCOPE_LIRE_PUBLIC : SCOPE_LIRE];
    if (partenaire !== null && maisons.split(' ').includes(partenaire)) {
      for (const acte of actes.split(' ').filter(Boolean)) {
        attendus.push(`${partenaire}:contribution:${acte}`);
      }
    }
    expect(scopesOf([role], partenaire)).toEqual(attendus.sort());
  });

  test('n’agit jamais sur la contribution d’une autre maison', () => {
    for (const partenaire of MAISONS) {
      const scopes = scopesOf([role], partenaire);
      for (const autre of PARTENAIRES.filter((code) => code !== partenaire)) {
        for (const acte of ACTES_CONTRIBUTION) {
          expect(scopes).not.toContain(scopeContribution(autre, acte));
        }
      }
    }
  });
});

describe('les droits', () => {
  test('de plusieurs rôles s’ajoutent, sans doublon et dans un ordre stable', () => {
    expect(scopesOf(['animateur-prochemploi', 'conseiller-regional'], 'region')).toEqual([
      'protocole:lire',
      'region:contribution:modifier',
      'region:contribution:publier',
      'region:contribution:valider',
    ]);
    expect(scopesOf(['dpo', 'dpo'], 'etat')).toEqual([SCOPE_LIRE]);
  });

  test('sans rôle, rien n’est ouvert, pas même la lecture', () => {
    for (const partenaire of MAISONS) expect(scopesOf([], partenaire)).toEqual([]);
  });

  test('dans chaque maison, quelqu’un peut faire chacun des trois actes', () => {
    for (const partenaire of PARTENAIRES) {
      for (const acte of ACTES_CONTRIBUTION) {
        const capables = ROLES.filter((role) =>
          scopesOf([role], partenaire).includes(scopeContribution(partenaire, acte)),
        );
        expect(capables.length).toBeGreaterThan(0);
      }
    }
  });

  test('aucun libellé de rôle n’est vide', () => {
    for (const role of ROLES) expect(REGLES_DES_ROLES[role].libelle).not.toBe('');
  });
});
