import { describe, expect, test } from 'vitest';
import {
  CLIENT_INTEGRATEUR_DEMONSTRATION,
  COMPTES_DEMONSTRATION,
  habilitationsDemonstration,
} from './comptes-demonstration.js';
import {
  HabilitationsInvalides,
  identiteOfAgent,
  identiteOfIntegrateur,
  identiteOfService,
  parseHabilitations,
} from './habilitations.js';
import { identiteSchema } from './identite.js';
import { PARTENAIRES } from './partenaires.js';

const EMETTEUR = 'http://127.0.0.1:4010';

function unAgent(changes: Record<string, unknown> = {}) {
  return {
    emetteur: EMETTEUR,
    sujet: 'agent-1',
    organisation: 'Conseil régional',
    fonction: 'chargé de mission',
    partenaire: 'region',
    roles: ['charge-de-mission'],
    territoire: { code: '32', maille: 'REGION' },
    ...changes,
  };
}

function unService(changes: Record<string, unknown> = {}) {
  return { clientId: 'service-x', partenaire: 'region', scopes: ['actes:lire'], ...changes };
}

function problemesDe(json: unknown): readonly string[] {
  try {
    parseHabilitations(json);
    return [];
  } catch (error) {
    if (error instanceof HabilitationsInvalides) return error.problemes;
    throw error;
  }
}

describe('les habilitations', () => {
  test('retrouvent un agent par son émetteur et son sujet ensemble', () => {
    const habilitations = parseHabilitations({ agents: [unAgent()], integrateurs: [] });
    expect(habilitations.find(EMETTEUR, 'agent-1')?.partenaire).toBe('region');
    expect(habilitations.find('https://ailleurs.invalid', 'agent-1')).toBeUndefined();
    expect(habilitations.find(EMETTEUR, 'agent-2')).toBeUndefined();
    expect(habilitations.find(EMETTEUR, '__proto__')).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['un rôle d’une autre maison', { agents: [unAgent({ roles: ['chef-de-projet'] })] }],
    ['un rôle de maison hors des maisons', { agents: [unAgent({ partenaire: null })] }],
    [
      'un partenaire social dans une maison',
      { agents: [unAgent({ roles: ['partenaire-social'] })] },
    ],
    ['un rôle qui n’est pas d’agent', { agents: [unAgent({ roles: ['service'] })] }],
    ['un rôle inconnu', { agents: [unAgent({ roles: ['roi'] })] }],
    ['aucun rôle', { agents: [unAgent({ roles: [] })] }],
    ['une maille inconnue', { agents: [unAgent({ territoire: { code: '1', maille: 'CANTON' } })] }],
    ['un champ inconnu', { agents: [unAgent({ droits: 'tous' })] }],
    ['un sujet répété', { agents: [unAgent(), unAgent()] }],
    [
      'un même sujet chez deux émetteurs',
      { agents: [unAgent(), unAgent({ emetteur: 'https://ailleurs.invalid' })] },
    ],
    [
      'un intégrateur qui écrirait',
      {
        integrateurs: [
          {
            clientId: 'x',
            organisation: 'X',
            partenaire: null,
            scopes: ['region:contribution:modifier'],
          },
        ],
      },
    ],
    ['un service qui agirait', { services: [unService({ scopes: ['region:decision:valider'] })] }],
    ['un service sans maison', { services: [unService({ partenaire: null })] }],
    ['un service répété', { services: [unService(), unService()] }],
    [
      'un service qui serait aussi un agent',
      { agents: [unAgent()], services: [unService({ clientId: 'agent-1' })] },
    ],
  ])('refusent %s', (_titre, changes) => {
    const json = { agents: [], integrateurs: [], ...(changes as object) };
    expect(problemesDe(json)).toHaveLength(1);
  });

  test('disent tous les problèmes à la fois, avec leur place', () => {
    const problemes = problemesDe({
      agents: [unAgent({ fonction: '' }), unAgent({ sujet: 'agent-2', organisation: '' })],
      integrateurs: [],
    });
    expect(problemes.map((texte) => texte.split(' : ')[0])).toEqual([
      'agents.0.fonction',
      'agents.1.organisation',
    ]);
  });

  test.each([null, [], 'x', { agents: [] }])('refusent un fichier qui n’en est pas un', (json) => {
    expect(() => parseHabilitations(json)).toThrow(HabilitationsInvalides);
  });

  test('donnent à l’agent les droits de ses rôles et le second facteur de sa connexion', () => {
    const agent = parseHabilitations({ agents: [unAgent()], integrateurs: [] }).find(
      EMETTEUR,
      'agent-1',
    );
    if (!agent) throw new Error('the agent is there');
    expect(identiteOfAgent(agent, { amr: ['pwd', 'mfa'] })).toEqual({
      sujet: 'agent-1',
      nature: 'agent',
      fonction: 'chargé de mission',
      organisation: 'Conseil régional',
      partenaire: 'region',
      roles: ['charge-de-mission'],
      scopes: [
        'protocole:lire',
        'region:contribution:modifier',
        'region:contribution:publier',
        'region:contribution:valider',
        'region:decision:valider',
        'region:fiche:modifier',
        'region:fiche:publier',
        'region:fiche:valider',
        'region:indicateur:proposer',
        'region:indicateur:publier',
        'region:observation:ecrire',
        'region:releve:valider',
        'region:seance:participer',
        'region:suivi:regler',
        'region:avenant:valider',
      ].sort(),
      territoire: { code: '32', maille: 'REGION' },
      finalite: null,
      amr: ['pwd', 'mfa'],
    });
  });
});

describe('les comptes de démonstration', () => {
  const habilitations = parseHabilitations(habilitationsDemonstration(EMETTEUR));

  test('couvrent les dix rôles de terrain, et chaque maison a un second valideur, un DPO et un administrateur', () => {
    expect(COMPTES_DEMONSTRATION.map((compte) => compte.identifiant)).toEqual([
      'etat.chef-de-projet',
      'etat.sous-prefet-valenciennes',
      'etat.delegue-recteur',
      'region.charge-de-mission',
      'region.conseiller-regional',
      'region.animateur-prochemploi',
      'pole-emploi.conseiller',
      'pole-emploi.charge-relations-entreprises',
      'pole-emploi.directeur-territorial',
      'partenaire-social',
      'etat.chef-de-projet-adjoint',
      'region.responsable-de-service',
      'pole-emploi.directeur-adjoint',
      ...PARTENAIRES.flatMap((code) => [`${code}.dpo`, `${code}.administrateur`]),
    ]);
  });

  test('sont tous habilités, chacun avec une identité valable', () => {
    for (const compte of COMPTES_DEMONSTRATION) {
      const agent = habilitations.find(EMETTEUR, compte.sujet);
      if (!agent) throw new Error(`${compte.identifiant} n’est pas habilité`);
      const identite = identiteOfAgent(agent, { amr: compte.amr });
      expect(identiteSchema.parse(identite)).toEqual(identite);
      expect(identite.partenaire).toBe(compte.partenaire);
    }
  });

  test('ne sont personne : SIREN jamais attribués à clé juste, adresses impossibles', () => {
    for (const compte of COMPTES_DEMONSTRATION) {
      expect(compte.siret).toMatch(/^0000000\d{7}$/);
      expect(luhn(compte.siret)).toBe(true);
      expect(luhn(compte.siret.slice(0, 9))).toBe(true);
      expect(compte.email).toMatch(/@passerelle\.invalid$/);
    }
  });

  test('sont au moins pour moitié avec un second facteur, dont tous ceux qui engagent leur maison', () => {
    const avec = COMPTES_DEMONSTRATION.filter((compte) => compte.amr.includes('mfa'));
    expect(avec.length).toBeGreaterThanOrEqual(COMPTES_DEMONSTRATION.length / 2);
    const roles = new Set(avec.map((compte) => compte.role));
    expect(roles).toEqual(
      new Set(['chef-de-projet', 'directeur-territorial', 'dpo', 'administrateur']),
    );
  });

  test('ligne 64 : ni ministre ni président de la République parmi eux', () => {
    for (const { fonction, organisation } of COMPTES_DEMONSTRATION) {
      expect(`${fonction} ${organisation}`).not.toMatch(/\bministre|président de la république/i);
    }
  });

  test('ont chacun leur prénom, leur nom n’étant pas un nom', () => {
    const personnes = COMPTES_DEMONSTRATION.map((c) => `${c.given_name} ${c.usual_name}`);
    expect(new Set(personnes).size).toBe(personnes.length);
  });

  test('le service de chaque maison lit et suit les actes, sans jamais agir', () => {
    for (const partenaire of PARTENAIRES) {
      const service = habilitations.findService(`service-${partenaire}`);
      if (!service) throw new Error('the service is there');
      expect(identiteSchema.parse(identiteOfService(service))).toMatchObject({
        nature: 'service',
        partenaire,
        roles: ['service'],
        scopes: ['protocole:lire', 'actes:lire'],
      });
      expect(habilitations.find(EMETTEUR, service.clientId)).toBeUndefined();
      expect(habilitations.findIntegrateur(service.clientId)).toBeUndefined();
    }
  });

  test('l’intégrateur ne lit que ce qui est public', () => {
    const integrateur = habilitations.findIntegrateur(CLIENT_INTEGRATEUR_DEMONSTRATION);
    if (!integrateur) throw new Error('the integrator is there');
    expect(identiteOfIntegrateur(integrateur)).toMatchObject({
      nature: 'integrateur',
      partenaire: null,
      scopes: ['protocole:lire:public'],
    });
  });
});

function luhn(digits: string): boolean {
  let sum = 0;
  for (const [index, digit] of digits.split('').reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
