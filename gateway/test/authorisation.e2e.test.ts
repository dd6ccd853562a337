import { createInternalTokenVerifier } from '@passerelle/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

let etat: SousGrapheDeTest;
let region: SousGrapheDeTest;
let poleEmploi: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeAll(async () => {
  [etat, region, poleEmploi] = await Promise.all([
    unSousGraphe('etat'),
    unSousGraphe('region'),
    unSousGraphe('pole-emploi'),
  ]);
  passerelle = await unePasserelle([etat, region, poleEmploi]);
});

afterAll(async () => {
  await passerelle.arreter();
  await Promise.all([etat, region, poleEmploi].map((s) => s.arreter()));
});

const appels = () => etat.appels.length + region.appels.length + poleEmploi.appels.length;

describe('droits, avant tout appel', () => {
  it('refuse toute l’opération quand son acte est refusé, sans appeler personne', async () => {
    const avant = appels();
    const reponse = await passerelle.demander(
      'mutation { x: modifierContributionEtat(code: "E01", avancement: 99) { contribution { id } } modifierContributionRegion(code: "E01", avancement: 99) { contribution { id } } }',
      { sujet: 'agent-region' },
    );
    expect(reponse.statut).toBe(403);
    expect(reponse.data).toBeUndefined();
    expect(reponse.errors?.[0]).toMatchObject({
      path: ['x'],
      extensions: { code: 'ACCES_REFUSE' },
    });
    expect(appels()).toBe(avant);
    expect(region.avancement('E01')).toBe(10);
  });

  it.each([
    'mutation { ...F } fragment F on Mutation { modifierContributionEtat(code: "E01", avancement: 99) { refus } }',
    'mutation { ... on Mutation { a: modifierContributionEtat(code: "E01", avancement: 99) { refus } } }',
    'mutation($s: Boolean = true) { modifierContributionEtat(code: "E01", avancement: 99) @include(if: $s) { refus } }',
  ])('n’est pas contourné par un fragment, un alias ou une condition : %s', async (query) => {
    const reponse = await passerelle.demander(query, { sujet: 'agent-region' });
    expect(reponse.errors?.[0]?.extensions.code).toBe('ACCES_REFUSE');
    expect(etat.avancement('E01')).toBe(10);
  });

  it('accepte l’acte de qui en a le droit', async () => {
    const reponse = await passerelle.demander(
      'mutation { modifierContributionEtat(code: "E02", avancement: 42) { contribution { avancement } } }',
      { sujet: 'agent-etat' },
    );
    expect(reponse.data).toEqual({
      modifierContributionEtat: { contribution: { avancement: 42 } },
    });
  });

  it('rend nul le champ refusé, avec son chemin, et répond du reste', async () => {
    const reponse = await passerelle.demander(
      '{ engagement(code: "E01") { code note: noteInterne contributionRegion { avancement } } }',
    );
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({
      engagement: { code: 'E01', note: null, contributionRegion: { avancement: 10 } },
    });
    expect(reponse.errors).toHaveLength(1);
    expect(reponse.errors?.[0]).toMatchObject({
      path: ['engagement', 'note'],
      extensions: { code: 'ACCES_REFUSE' },
    });
    expect(reponse.errors?.[0]?.extensions.partenaire).toBeUndefined();
    expect(etat.appels.some((a) => a.query.includes('noteInterne'))).toBe(false);
  });

  it('une opération faite de seuls champs refusés ne les demande à personne', async () => {
    const reponse = await passerelle.demander('{ engagement(code: "E01") { noteInterne } }');
    expect(reponse.data).toEqual({ engagement: { noteInterne: null } });
    expect(reponse.errors?.map((e) => e.extensions.code)).toEqual(['ACCES_REFUSE']);
  });

  it('n’est pas contourné en lisant le champ sur une interface', async () => {
    const reponse = await passerelle.demander(
      '{ pieces { __typename titre ... on Secrete { encore: titre } } }',
    );
    expect(reponse.data).toEqual({
      pieces: [
        { __typename: 'Publique', titre: null },
        { __typename: 'Secrete', titre: null, encore: null },
      ],
    });
    expect(new Set(reponse.errors?.map((e) => e.extensions.code))).toEqual(
      new Set(['ACCES_REFUSE']),
    );
    expect(reponse.errors).toHaveLength(3);
  });

  it('exige le second facteur quand la règle le demande', async () => {
    const query = '{ engagement(code: "E01") { noteSensible } }';
    const sans = await passerelle.demander(query);
    expect(sans.data).toEqual({ engagement: { noteSensible: null } });
    const avec = await passerelle.demander(query, {
      headers: { cookie: await passerelle.cookieDe('agent-region', ['pwd', 'mfa']) },
    });
    expect(avec.data).toEqual({ engagement: { noteSensible: 'très réservé' } });
  });

  it('perd ses droits dès qu’ils sont retirés, sans attendre la fin de la session', async () => {
    const query =
      'mutation { modifierContributionPoleEmploi(code: "E03", avancement: 5) { contribution { id } } }';
    const avant = await passerelle.demander(query, { sujet: 'agent-pole-emploi' });
    expect(avant.statut).toBe(200);
    passerelle.changerHabilitations({ agents: [], integrateurs: [] });
    const apres = await passerelle.demander(query, { sujet: 'agent-pole-emploi' });
    expect(apres.statut).toBe(403);
    expect(apres.errors?.[0]?.extensions.code).toBe('NON_HABILITE');
    passerelle.retablirHabilitations();
  });
});

describe('jeton interne', () => {
  it('est signé, propre à chaque partenaire, et porte l’identité et ses droits', async () => {
    await passerelle.demander('{ engagements { code contributionRegion { avancement } } }');
    for (const [partenaire, sousGraphe] of [
      ['etat', etat],
      ['region', region],
    ] as const) {
      const jeton = sousGraphe.appels.at(-1)?.authorization?.replace('Bearer ', '') ?? '';
      const verifier = createInternalTokenVerifier({
        jwks: () => passerelle.jetonsPublics,
        audience: partenaire,
      });
      expect(await verifier(jeton)).toMatchObject({
        sujet: 'agent-region',
        partenaire: 'region',
        nature: 'agent',
      });
      const autre = createInternalTokenVerifier({
        jwks: () => passerelle.jetonsPublics,
        audience: partenaire === 'etat' ? 'region' : 'etat',
      });
      await expect(autre(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
    }
  });

  it('ne laisse passer ni le cookie ni les en-têtes du client', async () => {
    await passerelle.demander('{ formations { intitule } }', {
      headers: { 'x-partenaire': 'etat', authorization_: 'x', forwarded: 'for=1.2.3.4' },
    });
    const { authorization, ...reste } = region.appels.at(-1) ?? {};
    expect(authorization).toMatch(/^Bearer ey/);
    expect(JSON.stringify(reste)).not.toContain('1.2.3.4');
  });
});
