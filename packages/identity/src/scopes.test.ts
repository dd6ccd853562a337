import { describe, expect, test } from 'vitest';
import { PARTENAIRES } from './partenaires.js';
import { DROITS, REGLES_DES_ROLES, ROLES, type Role } from './roles.js';
import { SCOPE_LIRE, SCOPE_LIRE_PUBLIC, scopeOf, scopesOf } from './scopes.js';

const MAISONS = [...PARTENAIRES, null];

/** Written by hand from the agreement between the houses: what the table must say, cell by cell. */
const ACCORD: Readonly<Record<Role, string>> = {
  'chef-de-projet': `etat: contribution:modifier contribution:valider contribution:publier
    fiche:modifier fiche:valider fiche:publier observation:ecrire avis:enregistrer indicateur:publier
    indicateur:proposer seance:tenir seance:participer decision:valider releve:valider
    avenant:ouvrir avenant:valider situation:arreter annuaire:tenir suivi:regler`,
  'sous-prefet': `etat: contribution:modifier fiche:modifier fiche:valider observation:ecrire
    indicateur:proposer seance:tenir seance:participer decision:valider releve:valider suivi:regler`,
  'delegue-recteur': `etat: contribution:modifier fiche:modifier observation:ecrire
    seance:participer decision:valider-recteur suivi:regler`,
  'charge-de-mission': `region: contribution:modifier contribution:valider contribution:publier
    fiche:modifier fiche:valider fiche:publier observation:ecrire indicateur:publier
    indicateur:proposer seance:participer decision:valider releve:valider avenant:valider suivi:regler`,
  'conseiller-regional': `region: contribution:valider contribution:publier fiche:valider
    observation:ecrire seance:participer decision:valider releve:valider suivi:regler`,
  'animateur-prochemploi': `region: contribution:modifier fiche:modifier observation:ecrire
    seance:participer suivi:regler`,
  conseiller: 'pole-emploi: observation:ecrire suivi:regler',
  'charge-relations-entreprises': `pole-emploi: contribution:modifier fiche:modifier
    observation:ecrire suivi:regler`,
  'directeur-territorial': `pole-emploi: contribution:modifier contribution:valider
    contribution:publier fiche:modifier fiche:valider fiche:publier observation:ecrire
    indicateur:publier indicateur:proposer seance:participer avenant:valider suivi:regler`,
  'partenaire-social': '',
  dpo: 'etat region pole-emploi: suivi:regler',
  administrateur: 'etat region pole-emploi: suivi:regler',
  integrateur: '',
  service: 'etat region pole-emploi:',
};

describe.each(ROLES)('le rôle %s', (role) => {
  const [maisons = '', droits = ''] = ACCORD[role].split(/:(?=\s|$)/);

  test.each(MAISONS)('chez %s, ouvre exactement ce que dit l’accord', (partenaire) => {
    const attendus = [role === 'integrateur' ? SCOPE_LIRE_PUBLIC : SCOPE_LIRE];
    if (partenaire !== null && maisons.split(' ').includes(partenaire)) {
      for (const droit of droits.split(/\s+/).filter(Boolean)) {
        attendus.push(`${partenaire}:${droit}`);
      }
    }
    expect(scopesOf([role], partenaire)).toEqual(attendus.sort());
  });

  test('n’ouvre jamais rien dans une autre maison', () => {
    for (const partenaire of MAISONS) {
      const scopes = scopesOf([role], partenaire);
      for (const autre of PARTENAIRES.filter((code) => code !== partenaire)) {
        for (const droit of DROITS) expect(scopes).not.toContain(scopeOf(autre, droit));
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
      'region:decision:valider',
      'region:fiche:modifier',
      'region:fiche:valider',
      'region:observation:ecrire',
      'region:releve:valider',
      'region:seance:participer',
      'region:suivi:regler',
    ]);
    expect(scopesOf(['dpo', 'dpo'], 'etat')).toEqual(['etat:suivi:regler', SCOPE_LIRE]);
  });

  test('sans rôle, rien n’est ouvert, pas même la lecture', () => {
    for (const partenaire of MAISONS) expect(scopesOf([], partenaire)).toEqual([]);
  });

  test('il n’y en a aucun que personne ne tienne', () => {
    for (const droit of DROITS) {
      const tenu = PARTENAIRES.some((maison) =>
        ROLES.some((role) => scopesOf([role], maison).includes(scopeOf(maison, droit))),
      );
      expect(tenu, droit).toBe(true);
    }
  });

  test('dans chaque maison, quelqu’un fait vivre la contribution, les fiches et les indicateurs', () => {
    const partout = DROITS.filter((droit) => /^(contribution|fiche|indicateur|suivi)/.test(droit));
    for (const maison of PARTENAIRES) {
      const ouverts = new Set(ROLES.flatMap((role) => scopesOf([role], maison)));
      for (const droit of partout) expect(ouverts).toContain(scopeOf(maison, droit));
    }
  });

  test('aucun libellé de rôle n’est vide', () => {
    for (const role of ROLES) expect(REGLES_DES_ROLES[role].libelle).not.toBe('');
  });
});
