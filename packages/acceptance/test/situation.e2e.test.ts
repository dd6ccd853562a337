import { createHash } from 'node:crypto';
import { type Platform, startPlatform } from '@passerelle/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { waitUntil } from './support/wait-until.js';

let platform: Platform;

beforeAll(async () => {
  platform = await startPlatform();
});

afterAll(() => platform?.stop());

const travailSchema = z.object({
  id: z.string(),
  etat: z.enum(['EN_COURS', 'PRET', 'ECHOUE']),
  situation: z
    .object({
      id: z.string(),
      le: z.string(),
      empreinte: z.string(),
      contenu: z.string(),
      manquants: z.array(z.string()),
    })
    .nullable(),
});
const demandeSchema = z.object({
  data: z.object({
    arreterSituation: z.object({
      travail: z.object({ id: z.string() }).nullable(),
      refus: z.object({ code: z.string() }).nullable(),
    }),
  }),
});
const suiviSchema = z.object({ data: z.object({ travailSituation: travailSchema }) });

/** Asks for an arrêté, then waits until the service has gathered and signed it. */
async function arreter(options = '') {
  const session = await platform.openSession('etat.chef-de-projet');
  const { body } = await session.graphql(`mutation {
    arreterSituation(input: { titre: "Comité régional"${options} }) {
      travail { id } refus { code } } }`);
  const { travail, refus } = demandeSchema.parse(body).data.arreterSituation;
  if (travail === null) return { situation: null, refus };
  const fini = await waitUntil(
    async () => {
      const lu = await session.graphql(
        `query ($id: ID!) { travailSituation(id: $id) { id etat
           situation { id le empreinte contenu manquants } } }`,
        { id: travail.id },
      );
      return suiviSchema.parse(lu.body).data.travailSituation;
    },
    ({ etat }) => etat !== 'EN_COURS',
  );
  return { situation: fini.situation, refus };
}

const contenuSchema = z.object({
  engagements: z.array(z.object({ code: z.string() })),
  decisions: z.array(z.object({ id: z.string() })),
  fiches: z.array(z.object({ id: z.string() })),
  indicateurs: z.object({ indicateursPoleEmploi: z.array(z.object({ source: z.string() })) }),
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
    expect(new Set(contenu.fiches.map(({ id }) => id.split(':')[0]))).toEqual(
      new Set(['etat', 'region', 'pole-emploi']),
    );
    expect(contenu.indicateurs.indicateursPoleEmploi).not.toEqual([]);
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
