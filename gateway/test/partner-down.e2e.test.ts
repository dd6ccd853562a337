import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const TOUT = `{ engagements { code libelle
  contributionEtat { avancement } contributionRegion { avancement } contributionPoleEmploi { avancement } } }`;

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
  passerelle = await unePasserelle([etat, region, poleEmploi], { delaiPartenaireMs: 300 });
});

afterEach(async () => {
  await passerelle.arreter();
  await Promise.all([etat, region, poleEmploi].map((s) => s.arreter()));
});

const statuts = (reponse: Awaited<ReturnType<PasserelleDeTest['demander']>>) =>
  Object.fromEntries(
    (reponse.extensions?.partenaires ?? []).map(({ partenaire, statut }) => [partenaire, statut]),
  );

const ligne = (code: string, auteur: string, absent: string | null) => ({
  code,
  libelle: `Engagement ${code} selon ${auteur}`,
  contributionEtat: absent === 'etat' ? null : { avancement: 10 },
  contributionRegion: absent === 'region' ? null : { avancement: 10 },
  contributionPoleEmploi: absent === 'pole-emploi' ? null : { avancement: 10 },
});
const lignes = (auteur: string, absent: string | null) =>
  ['E01', 'E02', 'E03'].map((code) => ligne(code, auteur, absent));

describe('un partenaire manque', () => {
  it('tous présents : chacun répond de ce qui est à lui', async () => {
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.statut).toBe(200);
    expect(reponse.errors).toBeUndefined();
    expect(reponse.data).toEqual({ engagements: lignes('etat', null) });
    expect(statuts(reponse)).toEqual({ etat: 'ok', region: 'ok', 'pole-emploi': 'ok' });
  });

  it('la Région arrêtée : sa contribution est nulle, le reste est là, elle est nommée', async () => {
    await region.arreter();
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({ engagements: lignes('etat', 'region') });
    expect(statuts(reponse)).toEqual({ etat: 'ok', region: 'indisponible', 'pole-emploi': 'ok' });
    for (const erreur of reponse.errors ?? []) {
      expect(erreur.extensions).toMatchObject({
        code: 'PARTENAIRE_INDISPONIBLE',
        partenaire: 'region',
      });
      expect(erreur.extensions.reference).toMatch(/^[0-9a-f]{12}$/);
    }
    expect(reponse.errors?.length).toBeGreaterThan(0);
  });

  it('l’État arrêté : l’original d’un autre répond, dès la première requête', async () => {
    await etat.arreter();
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.data).toEqual({ engagements: lignes('region', 'etat') });
    expect(statuts(reponse)).toMatchObject({ etat: 'indisponible', region: 'ok' });
    expect(reponse.errors?.map((e) => e.extensions.partenaire)).toContain('etat');
  });

  it('l’État arrêté et connu comme tel : il n’est plus appelé', async () => {
    await etat.arreter();
    await passerelle.demander(TOUT);
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.data).toEqual({ engagements: lignes('region', 'etat') });
    expect(reponse.extensions?.partenaires.find((p) => p.partenaire === 'etat')).toMatchObject({
      statut: 'indisponible',
      code: 'PARTENAIRE_INDISPONIBLE',
      dureeMs: 0,
    });
  });

  it('l’État et la Région arrêtés : l’original de Pôle emploi répond', async () => {
    await Promise.all([etat.arreter(), region.arreter()]);
    const reponse = await passerelle.demander('{ engagements { code libelle } }');
    expect(reponse.data?.['engagements']).toHaveLength(3);
    expect(JSON.stringify(reponse.data)).toContain('selon pole-emploi');
  });

  it('tous arrêtés : une réponse nulle qui nomme les trois, pas une panne', async () => {
    await Promise.all([etat.arreter(), region.arreter(), poleEmploi.arreter()]);
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({ engagements: null });
    expect(Object.values(statuts(reponse))).toContain('indisponible');
  });

  it('revenu, il est interrogé de nouveau sans rien redémarrer', async () => {
    await etat.arreter();
    await passerelle.demander(TOUT);
    await etat.demarrer();
    await jusqua(async () => {
      const { data } = await passerelle.demander(TOUT);
      return JSON.stringify(data) === JSON.stringify({ engagements: lignes('etat', null) });
    });
  });

  it('sa santé dit non : il est écarté avant qu’un appel n’échoue', async () => {
    etat.direSante(false);
    await jusqua(async () => {
      const { data } = await passerelle.demander('{ engagements { libelle } }');
      return JSON.stringify(data).includes('selon region');
    });
    const avant = etat.appels.length;
    await passerelle.demander(TOUT);
    expect(etat.appels.length).toBe(avant);
  });

  it.each([
    ['muet', 'DELAI_DEPASSE'],
    ['coupe', 'PARTENAIRE_INDISPONIBLE'],
    ['erreur-500', 'PARTENAIRE_INDISPONIBLE'],
    ['html', 'REPONSE_INVALIDE'],
    ['json-coupe', 'REPONSE_INVALIDE'],
    ['enorme', 'REPONSE_TROP_GRANDE'],
    ['base-absente', 'PARTENAIRE_INDISPONIBLE'],
  ] as const)('la Région %s : les autres répondent, code %s', async (conduite, code) => {
    region.seConduire(conduite);
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({ engagements: lignes('etat', 'region') });
    expect(reponse.errors?.map((e) => e.extensions.code)).toContain(code);
    expect(statuts(reponse)['region']).toBe('indisponible');
    expect(JSON.stringify(reponse)).not.toMatch(/relation|Maintenance|stack/);
  });

  it.each(['muet', 'erreur-500', 'html', 'base-absente', 'racines-nulles'] as const)(
    'l’État %s : un autre original répond dans le délai',
    async (conduite) => {
      etat.seConduire(conduite);
      const reponse = await passerelle.demander(TOUT);
      expect(reponse.data).toEqual({ engagements: lignes('region', 'etat') });
      expect(statuts(reponse)['etat']).toBe('indisponible');
    },
  );

  it.each([
    ['refus', 'ACCES_REFUSE'],
    ['jeton-refuse', 'ERREUR_PARTENAIRE'],
  ] as const)('la Région répond par un %s : statut « refuse », code %s', async (conduite, code) => {
    region.seConduire(conduite);
    const reponse = await passerelle.demander(TOUT);
    expect(reponse.statut).toBe(200);
    expect(reponse.data).toEqual({ engagements: lignes('etat', 'region') });
    expect(statuts(reponse)['region']).toBe('refuse');
    expect(new Set(reponse.errors?.map((e) => e.extensions.code))).toEqual(new Set([code]));
  });

  it('un partenaire durablement muet n’est bientôt plus attendu', async () => {
    region.seConduire('muet');
    for (let i = 0; i < 3; i += 1) await passerelle.demander(TOUT);
    const avant = region.appels.length;
    const reponse = await passerelle.demander(TOUT);
    expect(region.appels.length).toBe(avant);
    expect(statuts(reponse)['region']).toBe('indisponible');
  });

  it('/sante/pret dit dégradé et nomme l’absent, puis prêt à son retour', async () => {
    const sante = async () => (await fetch(`${passerelle.adresse}/sante/pret`)).text();
    expect(JSON.parse(await sante())).toMatchObject({ statut: 'pret', publication: 1 });
    await region.arreter();
    await jusqua(async () => (await sante()).includes('"degrade"'));
    expect(JSON.parse(await sante())).toMatchObject({
      partenaires: [
        { partenaire: 'etat', statut: 'disponible' },
        { partenaire: 'region', statut: 'indisponible' },
        { partenaire: 'pole-emploi', statut: 'disponible' },
      ],
    });
    await region.demarrer();
    await jusqua(async () => (await sante()).includes('"pret"'));
  });
});
