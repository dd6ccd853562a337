import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FluxDeTest, unFlux } from './support/un-flux.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const ABONNEMENT =
  'subscription { contributionRegionModifiee { avancement engagement { code libelle contributionEtat { avancement } } } }';

let etat: SousGrapheDeTest;
let region: SousGrapheDeTest;
let poleEmploi: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeEach(async () => {
  [etat, region, poleEmploi] = await Promise.all([
    unSousGraphe('etat'),
    unSousGraphe('region'),
    unSousGraphe('pole-emploi'),
  ]);
  passerelle = await unePasserelle([etat, region, poleEmploi], { limites: { fluxParIdentite: 3 } });
});

afterEach(async () => {
  await passerelle.arreter();
  await Promise.all([etat, region, poleEmploi].map((s) => s.arreter()));
});

const ouvrir = (query: string, sujet?: string): Promise<FluxDeTest> =>
  unFlux(passerelle, query, sujet);

const modifier = (avancement: number) =>
  passerelle.demander(
    `mutation { modifierContributionRegion(code: "E01", avancement: ${avancement}) { contribution { id } } }`,
    { sujet: 'agent-region' },
  );

describe('abonnements', () => {
  it('porte chaque événement, avec les champs des autres partenaires', async () => {
    const flux = await ouvrir(ABONNEMENT);
    expect(flux.type).toBe('text/event-stream; charset=utf-8');
    await jusqua(() => region.abonnes() === 1);
    await modifier(33);
    await jusqua(() => flux.recus.length === 1);
    await modifier(66);
    await jusqua(() => flux.recus.length === 2);
    expect(flux.recus.map((e) => e.event)).toEqual(['next', 'next']);
    expect(JSON.parse(flux.recus[0]?.data ?? '')).toMatchObject({
      data: {
        contributionRegionModifiee: {
          avancement: 33,
          engagement: {
            code: 'E01',
            libelle: 'Engagement E01 selon etat',
            contributionEtat: { avancement: 10 },
          },
        },
      },
    });
    flux.quitter();
  });

  it('ferme le flux du partenaire quand le client s’en va', async () => {
    const flux = await ouvrir(ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    flux.quitter();
    await jusqua(() => region.fluxOuverts() === 0);
  });

  it('dit la perte du partenaire par un dernier événement, puis se termine', async () => {
    const flux = await ouvrir(ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    await region.arreter();
    await flux.fini;
    expect(flux.recus.map((e) => e.event)).toEqual(['next', 'complete']);
    expect(JSON.parse(flux.recus[0]?.data ?? '')).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'PARTENAIRE_INDISPONIBLE', partenaire: 'region' } }],
    });
  });

  it('l’État absent : l’événement arrive, sa part seule est nulle', async () => {
    const flux = await ouvrir(
      'subscription { contributionRegionModifiee { avancement engagement { code contributionEtat { avancement } } } }',
    );
    await jusqua(() => region.abonnes() === 1);
    await etat.arreter();
    await modifier(12);
    await jusqua(() => flux.recus.length === 1);
    expect(JSON.parse(flux.recus[0]?.data ?? '')).toMatchObject({
      data: {
        contributionRegionModifiee: {
          avancement: 12,
          engagement: { code: 'E01', contributionEtat: null },
        },
      },
      errors: [{ extensions: { partenaire: 'etat' } }],
    });
    flux.quitter();
  });

  it('un partenaire absent à l’ouverture : un événement qui le nomme, puis la fin', async () => {
    await region.arreter();
    const flux = await ouvrir('subscription { contributionRegionModifiee { avancement } }');
    await flux.fini;
    expect(flux.recus.at(-1)?.event).toBe('complete');
    expect(flux.recus[0]?.data).toContain('PARTENAIRE_INDISPONIBLE');
  });

  it('se ferme quand les droits sont retirés', async () => {
    const flux = await ouvrir(ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    passerelle.changerHabilitations({ agents: [], integrateurs: [] });
    await flux.fini;
    expect(flux.recus.map((e) => e.event)).toEqual(['next', 'complete']);
    expect(flux.recus[0]?.data).toContain('SESSION_EXPIREE');
    await jusqua(() => region.fluxOuverts() === 0);
  });

  it('se termine proprement quand la passerelle s’arrête', async () => {
    const flux = await ouvrir(ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    passerelle.gateway.beginStop();
    await flux.fini;
    expect(flux.recus.at(-1)?.event).toBe('complete');
  });

  it('refuse un flux de trop pour un même agent, et le permet dès qu’un autre se ferme', async () => {
    const ouverts = [await ouvrir(ABONNEMENT), await ouvrir(ABONNEMENT), await ouvrir(ABONNEMENT)];
    expect((await ouvrir(ABONNEMENT)).statut).toBe(429);
    expect((await ouvrir(ABONNEMENT, 'agent-etat')).statut).toBe(200);
    ouverts[0]?.quitter();
    await jusqua(async () => (await ouvrir(ABONNEMENT)).statut === 200);
  });

  it('survit au remplacement du graphe', async () => {
    const flux = await ouvrir(ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    await passerelle.publier([etat, region, poleEmploi], 2);
    await modifier(71);
    await jusqua(() => flux.recus.length === 1);
    expect(flux.recus[0]?.data).toContain('71');
    flux.quitter();
  });

  it('refuse un abonnement demandé en JSON, et répond à une lecture demandée en flux', async () => {
    const json = await passerelle.demander(ABONNEMENT);
    expect(json.statut).toBe(406);
    expect(json.errors?.[0]?.extensions.code).toBe('ACCEPT_REFUSE');
    const flux = await ouvrir('{ formations { numero } }');
    await flux.fini;
    expect(flux.recus.map((e) => e.event)).toEqual(['next', 'complete']);
    expect(flux.recus[0]?.data).toContain('"F1"');
  });
});
