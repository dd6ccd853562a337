import { PARTENAIRES } from '@passerelle/identity';
import { type AgentSession, type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ask, statutOf } from './answer.js';

const CHAMP = {
  etat: 'contributionEtat',
  region: 'contributionRegion',
  'pole-emploi': 'contributionPoleEmploi',
} as const;

const QUESTION = `{
  engagements {
    code libelle texteOfficiel
    enjeu { numero libelle }
    contributionEtat { avancement }
    contributionRegion { avancement }
    contributionPoleEmploi { avancement }
  }
  territoire(code: "596", maille: ARRONDISSEMENT) { nom population parents { nom maille } }
  territoires(recherche: "valenciennes", first: 5) { nodes { code nom maille } }
}`;

const avancement = z.object({ avancement: z.number() }).nullable();
const dataShape = z.object({
  engagements: z.array(
    z.object({
      code: z.string(),
      libelle: z.string().min(1),
      texteOfficiel: z.boolean(),
      enjeu: z.object({ numero: z.number(), libelle: z.string() }),
      contributionEtat: avancement,
      contributionRegion: avancement,
      contributionPoleEmploi: avancement,
    }),
  ),
  territoire: z.object({
    nom: z.literal('Valenciennes'),
    population: z.number(),
    parents: z.array(z.object({ nom: z.string(), maille: z.string() })),
  }),
  territoires: z.object({ nodes: z.array(z.object({ nom: z.string() })).min(1) }),
});

let platform: Platform;
let agent: AgentSession;

beforeAll(async () => {
  platform = await startPlatform();
  agent = await platform.openSession('partenaire-social');
});

afterAll(() => platform?.stop());

describe('avec les trois partenaires', () => {
  it('répond les 23 engagements et trois partenaires en règle', async () => {
    const answer = await ask(agent, QUESTION);
    expect(answer.errors).toBeUndefined();
    const { engagements } = dataShape.parse(answer.data);
    expect(engagements).toHaveLength(23);
    for (const partenaire of PARTENAIRES) expect(statutOf(answer, partenaire)).toBe('ok');
  });
});

describe.each(PARTENAIRES)('sans %s', (absent) => {
  it('répond encore les 23 engagements et les territoires, nomme l’absent, puis reprend', async () => {
    const before = dataShape.parse((await ask(agent, QUESTION)).data);
    await platform.stopPartner(absent);

    const askedAt = performance.now();
    const answer = await ask(agent, QUESTION);
    // The gateway's own deadline, not a measure of speed.
    expect(performance.now() - askedAt).toBeLessThan(5_000);
    expect(answer.status).toBe(200);

    const data = dataShape.parse(answer.data);
    expect(data.engagements.map(({ code, libelle, enjeu }) => ({ code, libelle, enjeu }))).toEqual(
      before.engagements.map(({ code, libelle, enjeu }) => ({ code, libelle, enjeu })),
    );
    expect(data.territoire).toEqual(before.territoire);
    for (const partenaire of PARTENAIRES) {
      const champ = CHAMP[partenaire];
      const values = data.engagements.map((engagement) => engagement[champ]);
      if (partenaire === absent) expect(values.every((value) => value === null)).toBe(true);
      else expect(values).toEqual(before.engagements.map((engagement) => engagement[champ]));
    }

    expect(statutOf(answer, absent)).toBe('indisponible');
    for (const partenaire of PARTENAIRES.filter((one) => one !== absent)) {
      expect(statutOf(answer, partenaire)).toBe('ok');
    }
    const concerned = (answer.errors ?? []).filter(
      (error) => error.extensions?.['partenaire'] === absent,
    );
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned[0]?.extensions?.['code']).toBe('PARTENAIRE_INDISPONIBLE');

    await platform.startPartner(absent);
    await platform.untilState('pret');
    const after = await ask(agent, QUESTION);
    expect(after.errors).toBeUndefined();
    expect(dataShape.parse(after.data)).toEqual(before);
  });
});
