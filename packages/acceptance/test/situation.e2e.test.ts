import { createHash } from 'node:crypto';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

const reponse = z.object({
  data: z.object({
    arreterSituation: z.object({
      situation: z
        .object({
          id: z.string(),
          le: z.string(),
          empreinte: z.string(),
          contenu: z.string(),
          manquants: z.array(z.string()),
        })
        .nullable(),
      refus: z.object({ code: z.string() }).nullable(),
    }),
  }),
});

const ARRETER = (options: string): string => `mutation {
  arreterSituation(input: { titre: "Comité régional"${options} }) {
    situation { id le empreinte contenu manquants } refus { code }
  }
}`;

async function arreter(options = '') {
  const session = await platform.openSession('etat.chef-de-projet');
  const { body } = await session.graphql(ARRETER(options));
  return reponse.parse(body).data.arreterSituation;
}

const contenuSchema = z.object({
  engagements: z.array(z.object({ code: z.string() })),
  decisions: z.array(z.object({ id: z.string() })),
});

describe('l’arrêté de situation', () => {
  it('réunit ce que les trois maisons ont publié, daté, et son empreinte est celle de son texte', async () => {
    const { situation, refus } = await arreter();
    expect(refus).toBeNull();
    expect(situation).toMatchObject({
      id: 'situation-2023-12-15-1',
      le: '2023-12-15',
      manquants: [],
    });
    const texte = situation?.contenu ?? '';
    expect(createHash('sha256').update(texte).digest('hex')).toBe(situation?.empreinte);
    const contenu = contenuSchema.parse(JSON.parse(texte));
    expect(contenu.engagements).toHaveLength(23);
    expect(contenu.decisions.length).toBeGreaterThan(0);
    // What a house keeps for itself is in nobody's arrêté.
    expect(texte).not.toContain('BROUILLON');
  });

  it('se relit plus tard, le même, par les trois maisons', async () => {
    const session = await platform.openSession('region.charge-de-mission');
    const { body } = await session.graphql(
      '{ situations { nodes { id empreinte titre } } situation(id: "situation-2023-12-15-1") { empreinte } }',
    );
    expect(body).toMatchObject({
      data: { situations: { nodes: [{ id: 'situation-2023-12-15-1', titre: 'Comité régional' }] } },
    });
  });

  it('ne s’arrête sans une maison absente que si on le demande, et le dit', async () => {
    await platform.stopPartner('pole-emploi');
    await platform.untilState('degrade');
    expect((await arreter()).refus).toEqual({ code: 'PARTENAIRE_ABSENT' });
    const { situation } = await arreter(', incomplet: true');
    expect(situation?.manquants).toEqual(['pole-emploi']);
    await platform.startPartner('pole-emploi');
    await platform.untilState('pret');
  });
});
