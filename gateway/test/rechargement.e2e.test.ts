import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournal } from '../src/observability/journal.js';
import { connectRegistry, type RegistryConnection } from '../src/registre/connect-registry.js';
import { SCHEMAS } from './support/graphe.js';
import { type FluxDeTest, unFlux } from './support/un-flux.js';
import { type RegistreDeTest, unePublicationSignable, unRegistre } from './support/un-registre.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { jusqua, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const ABONNEMENT =
  'subscription { contributionRegionModifiee { avancement engagement { code libelle contributionEtat { avancement } } } }';

let etat: SousGrapheDeTest;
let region: SousGrapheDeTest;
let poleEmploi: SousGrapheDeTest;
let registre: RegistreDeTest;
let passerelle: PasserelleDeTest;
let dossier: string;
/** Schemas of the graphs that were served, held by nobody here: all that is compiled holds one. */
let graphes: WeakRef<object>[];

beforeEach(async () => {
  [etat, region, poleEmploi] = await Promise.all([
    unSousGraphe('etat'),
    unSousGraphe('region'),
    unSousGraphe('pole-emploi'),
  ]);
  registre = await unRegistre();
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-'));
  graphes = [];
  const connexion = connectRegistry(
    {
      adresse: registre.adresse,
      jeton: registre.jeton,
      canal: 'production',
      passerelle: 'passerelle-1',
      clesInitiales: registre.trousseau,
      dossier,
      fichiers: join(dossier, 'fichiers'),
      production: false,
    },
    createJournal('silent'),
  );
  passerelle = await unePasserelle([], { connexion: watched(connexion) });
  await publier(1);
});

afterEach(async () => {
  await passerelle.arreter();
  await registre.arreter();
  await Promise.all([etat, region, poleEmploi].map((s) => s.arreter()));
  await rm(dossier, { recursive: true });
});

function watched(connexion: RegistryConnection): RegistryConnection {
  return {
    ...connexion,
    start: (gateway) =>
      connexion.start({
        ...gateway,
        serve(offer) {
          if (offer.graph !== null) graphes.push(new WeakRef(offer.graph.schema));
          return gateway.serve(offer);
        },
      }),
  };
}

/** Serves the same graph with one more field, so that each publication is another graph. */
async function publier(
  numero: number,
  schemas: Readonly<Record<string, string>> = SCHEMAS,
  parts = [etat, region, poleEmploi],
): Promise<void> {
  const neuf = `${schemas['region']}\nextend type Query { essai${numero}Region: String }`;
  await registre.publier(
    unePublicationSignable(parts, numero, {
      schemas: { ...schemas, region: neuf },
      cles: registre.trousseau,
    }),
  );
  await jusqua(() => registre.acquittement(numero) !== undefined);
  expect(registre.acquittement(numero)).toMatchObject({ statut: 'SERVIE' });
}

const avec = (partenaire: string, avant: string, apres: string): Record<string, string> => {
  const schema = SCHEMAS[partenaire] ?? '';
  expect(schema).toContain(avant);
  return { ...SCHEMAS, [partenaire]: schema.replace(avant, apres) };
};

const emettre = (avancement: number): void =>
  region.emettre({
    contributionRegionModifiee: {
      __typename: 'ContributionRegion',
      id: 'region-E01',
      avancement,
      engagement: { __typename: 'Engagement', code: 'E01' },
    },
  });

const avancements = (flux: FluxDeTest): unknown[] =>
  flux.recus
    .filter(({ event }) => event === 'next')
    .map(({ data }) => JSON.parse(data).data?.contributionRegionModifiee?.avancement);

describe('les abonnements à travers les publications', () => {
  it('ne perdent ni ne doublent un événement', async () => {
    const flux = await Promise.all(Array.from({ length: 8 }, () => unFlux(passerelle, ABONNEMENT)));
    await jusqua(() => region.abonnes() === flux.length);
    let emis = 0;
    let continuer = true;
    const source = (async () => {
      while (continuer) {
        emettre(emis);
        emis += 1;
        await new Promise((suite) => setTimeout(suite, 2));
      }
    })();
    for (let numero = 2; numero <= 25; numero += 1) await publier(numero);
    continuer = false;
    await source;
    const attendus = Array.from({ length: emis }, (_, rang) => rang);
    await jusqua(() => flux.every(({ recus }) => recus.length >= emis));
    for (const each of flux) expect(avancements(each)).toEqual(attendus);
    expect(flux.flatMap(({ recus }) => recus).some(({ data }) => data.includes('errors'))).toBe(
      false,
    );
    expect(region.fluxOuverts()).toBe(flux.length);
    for (const each of flux) each.quitter();
  }, 60_000);

  it('demandent à la nouvelle adresse d’un partenaire ce que leurs événements complètent', async () => {
    const flux = await unFlux(passerelle, ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    const ailleurs = await unSousGraphe('etat');
    await publier(2, SCHEMAS, [ailleurs, region, poleEmploi]);
    await etat.arreter();
    etat = ailleurs;
    emettre(7);
    await jusqua(() => flux.recus.length === 1);
    expect(JSON.parse(flux.recus[0]?.data ?? '')).toMatchObject({
      data: {
        contributionRegionModifiee: {
          avancement: 7,
          engagement: { libelle: 'Engagement E01 selon etat' },
        },
      },
    });
    expect(ailleurs.appels.length).toBeGreaterThan(0);
    flux.quitter();
  });

  it('se terminent par un dernier message qui nomme le champ retiré ; les autres continuent', async () => {
    const retire = await unFlux(passerelle, ABONNEMENT);
    const garde = await unFlux(passerelle, 'subscription { contributionRegionModifiee { id } }');
    await jusqua(() => region.abonnes() === 2);
    emettre(1);
    await jusqua(() => retire.recus.length === 1 && garde.recus.length === 1);
    await publier(2, avec('region', 'avancement: Int! engagement', 'progression: Int! engagement'));
    await retire.fini;
    expect(retire.recus.map(({ event }) => event)).toEqual(['next', 'next', 'complete']);
    const { errors } = JSON.parse(retire.recus[1]?.data ?? '');
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions).toMatchObject({ code: 'ABONNEMENT_RETIRE' });
    expect(errors[0].message).toContain('« avancement »');
    await jusqua(() => region.fluxOuverts() === 1);
    emettre(2);
    await jusqua(() => garde.recus.length === 2);
    garde.quitter();
  });

  it('se terminent quand la nouvelle publication leur en retire le droit', async () => {
    const flux = await unFlux(passerelle, ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    await publier(
      2,
      avec(
        'region',
        'contributionRegionModifiee: ContributionRegion',
        'contributionRegionModifiee: ContributionRegion @requiresScopes(scopes: [["region:secret"]])',
      ),
    );
    await flux.fini;
    expect(flux.recus.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(flux.recus[0]?.data).toContain('ACCES_REFUSE');
    expect(region.fluxOuverts()).toBe(0);
  });

  it('continuent sans le champ dont la nouvelle publication ferme la lecture', async () => {
    const flux = await unFlux(passerelle, ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    await publier(
      2,
      avec(
        'etat',
        'contributionEtat: ContributionEtat',
        'contributionEtat: ContributionEtat @requiresScopes(scopes: [["etat:secret:lire"]])',
      ),
    );
    emettre(3);
    await jusqua(() => flux.recus.length === 1);
    expect(JSON.parse(flux.recus[0]?.data ?? '')).toMatchObject({
      data: {
        contributionRegionModifiee: { avancement: 3, engagement: { contributionEtat: null } },
      },
      errors: [{ extensions: { code: 'ACCES_REFUSE' } }],
    });
    flux.quitter();
  });

  it('ouvert pendant un remplacement, un abonnement reçoit comme les autres', async () => {
    const ouverts: FluxDeTest[] = [];
    for (let numero = 2; numero <= 6; numero += 1) {
      const [flux] = await Promise.all([unFlux(passerelle, ABONNEMENT), publier(numero)]);
      ouverts.push(flux);
    }
    await jusqua(() => region.abonnes() === ouverts.length);
    emettre(9);
    await jusqua(() => ouverts.every(({ recus }) => recus.length === 1));
    for (const flux of ouverts) expect(avancements(flux)).toEqual([9]);
    for (const flux of ouverts) flux.quitter();
  });

  it('ne retiennent pas les graphes remplacés', async () => {
    setFlagsFromString('--expose-gc');
    const ramasser: () => void = runInNewContext('gc');
    const flux = await unFlux(passerelle, ABONNEMENT);
    await jusqua(() => region.abonnes() === 1);
    await passerelle.demander('{ engagements { code contributionRegion { avancement } } }');
    for (let numero = 2; numero <= 8; numero += 1) {
      await publier(numero);
      emettre(numero);
      await jusqua(() => flux.recus.length === numero - 1);
    }
    expect(graphes).toHaveLength(8);
    await jusqua(() => {
      ramasser();
      return graphes.filter((graphe) => graphe.deref() !== undefined).length === 1;
    });
    emettre(99);
    await jusqua(() => avancements(flux).includes(99));
    flux.quitter();
  });
});

describe('les requêtes à travers les publications', () => {
  it('aucune n’échoue sous la charge', async () => {
    const issues = new Map<string, number>();
    let continuer = true;
    const charge = Array.from({ length: 6 }, async () => {
      while (continuer) {
        const reponse = await passerelle.demander(
          '{ engagements { code libelle contributionRegion { avancement } } }',
        );
        const issue = reponse.errors === undefined ? String(reponse.statut) : 'erreur';
        issues.set(issue, (issues.get(issue) ?? 0) + 1);
      }
    });
    for (let numero = 2; numero <= 20; numero += 1) await publier(numero);
    continuer = false;
    await Promise.all(charge);
    expect([...issues.keys()]).toEqual(['200']);
    expect(issues.get('200')).toBeGreaterThan(20);
  });

  it('publié pendant l’absence d’un partenaire, le graphe suivant a aussi l’original de secours', async () => {
    await etat.arreter();
    const lire = () => passerelle.demander('{ engagement(code: "E01") { libelle } }');
    await lire();
    for (let numero = 2; numero <= 4; numero += 1) {
      await publier(numero);
      expect(await lire()).toMatchObject({
        statut: 200,
        data: { engagement: { libelle: 'Engagement E01 selon region' } },
      });
    }
  });

  it('commencée sur l’ancien graphe, une requête finit chez ses partenaires', async () => {
    const lente = passerelle.demander('{ lente(ms: 1000) }');
    await jusqua(() => region.appels.length === 1);
    const ailleurs = await unSousGraphe('region');
    await publier(2, avec('region', '  lente(ms: Int!): String\n', ''), [
      etat,
      ailleurs,
      poleEmploi,
    ]);
    expect(await lente).toMatchObject({ statut: 200, data: { lente: 'enfin' } });
    await ailleurs.arreter();
  });
});
