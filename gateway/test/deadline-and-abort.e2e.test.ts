import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

let etat: SousGrapheDeTest;
let region: SousGrapheDeTest;
let passerelle: PasserelleDeTest;

beforeEach(async () => {
  [etat, region] = await Promise.all([unSousGraphe('etat'), unSousGraphe('region')]);
});

afterEach(async () => {
  await passerelle.arreter();
  await Promise.all([etat, region].map((s) => s.arreter()));
});

/** Nothing here is late, however loaded the machine is. */
const PATIENTE = { delaiRequeteMs: 60_000, delaiPartenaireMs: 60_000 };

describe('délais, abandon, partage', () => {
  it('rend ce qui est là quand le délai de toute la requête est passé', async () => {
    passerelle = await unePasserelle([etat, region], {
      delaiRequeteMs: 2_000,
      delaiPartenaireMs: 60_000,
    });
    region.seConduire('muet');
    const reponse = await passerelle.demander('{ engagements { code } formations { numero } }');
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({
      engagements: [{ code: 'E01' }, { code: 'E02' }, { code: 'E03' }],
      formations: null,
    });
    expect(reponse.errors?.[0]).toMatchObject({
      path: ['formations'],
      extensions: { code: 'DELAI_DEPASSE', partenaire: 'region' },
    });
    await jusqua(() => region.appels[0]?.estAbandonne === true);
  });

  it('ne lance plus rien après le délai', async () => {
    passerelle = await unePasserelle([etat, region], {
      delaiRequeteMs: 150,
      delaiPartenaireMs: 60_000,
    });
    etat.seConduire('muet');
    const reponse = await passerelle.demander(
      '{ engagements { code contributionRegion { avancement } } }',
    );
    expect(reponse.data).toEqual({ engagements: null });
    expect(reponse.errors?.[0]?.extensions.code).toBe('DELAI_DEPASSE');
    expect(region.appels).toHaveLength(0);
  });

  it('arrête les appels aux partenaires quand le client s’en va', async () => {
    passerelle = await unePasserelle([etat, region], { delaiPartenaireMs: 60_000 });
    region.seConduire('muet');
    const client = new AbortController();
    const requete = passerelle.demander('{ formations { numero } }', { signal: client.signal });
    await jusqua(() => region.appels.length === 1);
    client.abort();
    await expect(requete).rejects.toThrow('aborted');
    await jusqua(() => region.appels[0]?.estAbandonne === true);
  });

  it('partage un même appel en cours entre deux requêtes du même agent, jamais entre deux agents', async () => {
    passerelle = await unePasserelle([etat, region], PATIENTE);
    const requete = { variables: { ms: 2000 } };
    const query = 'query($ms: Int!) { lente(ms: $ms) }';
    await Promise.all([
      passerelle.demander(query, { ...requete, sujet: 'agent-region' }),
      passerelle.demander(query, { ...requete, sujet: 'agent-region' }),
      passerelle.demander(query, { ...requete, sujet: 'agent-etat' }),
    ]);
    expect(region.appels).toHaveLength(2);
  });

  it('ne laisse pas deux requêtes qui partagent un appel toucher à la réponse l’une de l’autre', async () => {
    passerelle = await unePasserelle([etat, region]);
    const demandes = [
      '{ engagements { code contributionRegion { avancement } } }',
      '{ engagements { code contributionRegion { avancement: id } } }',
    ];
    const seules = [];
    for (const query of demandes) seules.push((await passerelle.demander(query)).data);
    etat.seConduire('lent');
    const ensemble = await Promise.all(
      Array.from({ length: 12 }, (_, i) => passerelle.demander(demandes[i % 2] ?? '')),
    );
    for (const [i, reponse] of ensemble.entries()) {
      expect(reponse.errors).toBeUndefined();
      expect(reponse.data).toEqual(seules[i % 2]);
    }
  });

  it('n’abandonne pas l’appel partagé quand un seul des deux s’en va', async () => {
    passerelle = await unePasserelle([etat, region], PATIENTE);
    const client = new AbortController();
    const query = '{ lente(ms: 2000) }';
    const partant = passerelle.demander(query, { signal: client.signal });
    await jusqua(() => region.appels.length === 1);
    const restant = passerelle.demander(query);
    await passerelle.demander('{ engagements { code } }');
    client.abort();
    await expect(partant).rejects.toThrow('aborted');
    expect((await restant).data).toEqual({ lente: 'enfin' });
    expect(region.appels).toHaveLength(1);
  });

  it('ne répond pas après un acte par une lecture partie avant lui', async () => {
    passerelle = await unePasserelle([etat, region], PATIENTE);
    const query = '{ lente(ms: 2000) }';
    const avant = passerelle.demander(query);
    await jusqua(() => region.appels.length === 1);
    await passerelle.demander(
      'mutation { modifierContributionRegion(code: "E01", avancement: 50) { contribution { id } } }',
    );
    const apres = passerelle.demander(query);
    await jusqua(() => region.appels.length === 3);
    expect((await avant).data).toEqual({ lente: 'enfin' });
    expect((await apres).data).toEqual({ lente: 'enfin' });
  });

  it('n’envoie jamais deux fois une mutation, même si la connexion est coupée', async () => {
    passerelle = await unePasserelle([etat, region]);
    region.seConduire('coupe');
    const reponse = await passerelle.demander(
      'mutation { modifierContributionRegion(code: "E01", avancement: 50) { contribution { avancement } } }',
    );
    expect(region.appels).toHaveLength(1);
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({ modifierContributionRegion: null });
    expect(reponse.errors?.[0]?.extensions).toMatchObject({
      code: 'PARTENAIRE_INDISPONIBLE',
      partenaire: 'region',
    });
  });

  it('ne partage pas deux mutations égales', async () => {
    passerelle = await unePasserelle([etat, region]);
    const query =
      'mutation { modifierContributionRegion(code: "E01", avancement: 50) { contribution { id } } }';
    await Promise.all([passerelle.demander(query), passerelle.demander(query)]);
    expect(region.appels).toHaveLength(2);
  });

  it('une mutation garde son effet et dit l’absence d’un autre partenaire sans se rejouer', async () => {
    passerelle = await unePasserelle([etat, region]);
    await etat.arreter();
    const reponse = await passerelle.demander(
      'mutation { modifierContributionRegion(code: "E01", avancement: 77) { contribution { avancement engagement { code contributionEtat { avancement } } } } }',
    );
    expect(region.avancement('E01')).toBe(77);
    expect(region.appels.filter((a) => a.query.startsWith('mutation'))).toHaveLength(1);
    expect(reponse.data).toEqual({
      modifierContributionRegion: {
        contribution: { avancement: 77, engagement: { code: 'E01', contributionEtat: null } },
      },
    });
  });

  it('relance une lecture, une fois, sur une connexion gardée que le partenaire a fermée', async () => {
    passerelle = await unePasserelle([etat, region]);
    await passerelle.demander('{ formations { numero } }');
    await region.arreter();
    await region.demarrer();
    const reponse = await passerelle.demander('{ formations { intitule } }');
    expect(reponse.data).toEqual({ formations: [{ intitule: 'Soudure' }] });
  });
});
