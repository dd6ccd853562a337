import { setTimeout as delay } from 'node:timers/promises';
import { loadSigningKey, type Partenaire, signActe } from '@passerelle/identity';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unIntegrateur, unResponsable, unService } from '../src/testing/index.js';
import { type PageEnRoute, type Relais, unRelais } from './un-relais.js';
import { type Maison, type Trousseau, uneMaison, unTrousseau } from './une-maison.js';

const DEADLINE_MS = 30_000;

async function jusqua<T>(lire: () => Promise<T> | T, attendu: (vu: T) => boolean): Promise<T> {
  const fin = Date.now() + DEADLINE_MS;
  for (;;) {
    const vu = await lire();
    if (attendu(vu)) return vu;
    if (Date.now() > fin) throw new Error(`toujours pas : ${JSON.stringify(vu)}`);
    await delay(20);
  }
}

let trousseau: Trousseau;
let relais: Relais;
let region: Maison;
const ouvertes: Maison[] = [];

async function ouvrir(options: Omit<Parameters<typeof uneMaison>[0], 'trousseau'>) {
  const maison = await uneMaison({ trousseau, ...options });
  ouvertes.push(maison);
  return maison;
}

/** The État, which follows the others through the relay. */
const unEtat = (
  precisions: { databaseUrl?: string; apresAvoirAppris?: (t: string) => void } = {},
) => ouvrir({ partenaire: 'etat', relais: relais.adresse, ...precisions });

const apprend = (maison: Maison, attendu: readonly string[]) =>
  jusqua(
    () => maison.appris(),
    (vu) => vu.length >= attendu.length,
  ).then((vu) => expect(vu).toEqual(attendu));

const dit = (maison: Maison, partenaire: Partenaire, attendu: RegExp) =>
  jusqua(
    () => maison.suivi(),
    (vu) => attendu.test(vu[partenaire] ?? ''),
  );

beforeEach(async () => {
  trousseau = await unTrousseau();
  relais = await unRelais(unService('etat'));
  region = await ouvrir({ partenaire: 'region' });
  relais.maisons.set('region', region.subgraph);
});

afterEach(async () => {
  await Promise.all(ouvertes.splice(0).map((maison) => maison.stop()));
  await relais.stop();
  trousseau.supprimer();
});

describe('les actes d’une maison', () => {
  const LIRE = '{ actesRegion { jws dernier suite } }';

  test('sont signés, numérotés sans trou même à plusieurs, et pris en compte chez elle aussitôt', async () => {
    const actes = await Promise.all(Array.from({ length: 12 }, (_, i) => region.signer(`n${i}`)));
    expect(actes.map(({ numero }) => numero).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(await region.appris()).toHaveLength(12);
    const { data } = await region.subgraph.query(unService('etat'), LIRE);
    expect(data.actesRegion).toMatchObject({ dernier: 12, suite: false });
    const contenus = data.actesRegion.jws.map((jws: string) =>
      JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()),
    );
    expect(contenus.map(({ numero }: { numero: number }) => numero)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(contenus[0].auteur).toBe('chargé de mission, organisation de test (region)');
  });

  test('se lisent par pages après un numéro', async () => {
    for (const texte of ['a', 'b', 'c']) await region.signer(texte);
    const page = async (args: string) =>
      (
        await region.subgraph.query(
          unService('etat'),
          `{ actesRegion(${args}) { jws dernier suite } }`,
        )
      ).data.actesRegion;
    expect(await page('first: 2')).toMatchObject({ dernier: 3, suite: true });
    expect((await page('first: 2')).jws).toHaveLength(2);
    expect((await page('apres: 2')).jws).toHaveLength(1);
    expect(await page('apres: 3')).toEqual({ jws: [], dernier: 3, suite: false });
    for (const first of [0, 101, -1]) {
      const { errors } = await region.subgraph.query(
        unService('etat'),
        `{ actesRegion(first: ${first}) { dernier } }`,
      );
      expect(errors[0]?.extensions['code']).toBe('PAGE_INVALIDE');
    }
  });

  test('ne s’ouvrent à aucun agent ni intégrateur, seulement au service qui en a le droit', async () => {
    await region.signer('secret');
    const sansDroit = { ...unService('etat'), scopes: ['protocole:lire'] };
    for (const qui of [
      unResponsable('region'),
      unResponsable('etat'),
      unIntegrateur(),
      sansDroit,
    ]) {
      const { data, errors } = await region.subgraph.query(qui, LIRE);
      expect(errors[0]?.extensions['code']).toBe('ACCES_REFUSE');
      expect(JSON.stringify(data)).not.toContain('secret');
      const flux = await region.subgraph.subscribe(qui, 'subscription { acteSigneRegion }');
      expect((await flux.next())?.data.errors[0].extensions.code).toBe('ACCES_REFUSE');
      await flux.close();
    }
  });

  test('réveillent qui les suit, par leur seul numéro', async () => {
    const flux = await region.subgraph.subscribe(
      unService('etat'),
      'subscription { acteSigneRegion }',
    );
    await region.signer('a');
    await region.signer('b');
    expect((await flux.next())?.data).toEqual({ data: { acteSigneRegion: 1 } });
    expect((await flux.next())?.data).toEqual({ data: { acteSigneRegion: 2 } });
    await flux.close();
  });

  test('ne changent ni ne s’effacent', async () => {
    await region.signer('a');
    const { sql } = region.subgraph.database;
    await sql(`SELECT set_config('passerelle.systeme', 'oui', false)`);
    const lire = () => sql('SELECT * FROM acte');
    const avant = await lire();
    expect(avant).toHaveLength(1);
    // Row-level security shows no row to change; the table itself refuses to be emptied.
    await sql("UPDATE acte SET nature = 'AUTRE'");
    await sql('DELETE FROM acte');
    await expect(sql('TRUNCATE acte')).rejects.toThrow(/only ever added/);
    expect(await lire()).toEqual(avant);
  });
});

describe('suivre les actes d’une autre maison', () => {
  test('ce qu’elle a signé avant et ce qu’elle signe après est copié et pris en compte, dans l’ordre, une fois', async () => {
    await region.signer('avant');
    const etat = await unEtat();
    await apprend(etat, ['region 1 avant']);
    await dit(etat, 'region', /^à jour jusqu’au n° 1$/);
    await region.signer('pendant');
    await apprend(etat, ['region 1 avant', 'region 2 pendant']);
    expect(await etat.copies()).toBe(2);
    await etat.signer('chez moi');
    expect(await etat.appris()).toEqual(['region 1 avant', 'region 2 pendant', 'etat 1 chez moi']);
  });

  test('plus d’actes que n’en tient une page arrivent tous', async () => {
    for (let i = 0; i < 230; i += 1) await region.signer(`n${i}`);
    const etat = await unEtat();
    await dit(etat, 'region', /^à jour jusqu’au n° 230$/);
    expect(await etat.appris()).toEqual(
      Array.from({ length: 230 }, (_, i) => `region ${i + 1} n${i}`),
    );
  });

  test('un acte altéré en route arrête le suivi à sa place, sans rien écrire ; intact, il passe', async () => {
    await region.signer('vrai');
    relais.alterer = (page) => ({ ...page, jws: page.jws.map(altere) });
    const etat = await unEtat();
    await dit(etat, 'region', /^arrêté après le n° 0 : sa signature n’est pas valable$/);
    expect(await etat.copies()).toBe(0);
    expect(await etat.appris()).toEqual([]);
    expect(etat.subgraph.logged.join('\n')).toMatch(/acts no longer followed/);
    relais.alterer = null;
    await apprend(etat, ['region 1 vrai']);
  });

  test('un acte signé de la clé d’une autre maison, ou au nom d’une autre, est refusé', async () => {
    const parEtat = await loadSigningKey(trousseau.jwk.etat);
    const faux = (partenaire: Partenaire, kid = parEtat.kid) =>
      signActe(
        {
          partenaire,
          numero: 1,
          nature: 'ESSAI',
          sujet: 'essai:faux',
          charge: { texte: 'faux' },
          auteur: '',
          faitLe: '2023-12-18T10:00:00.000Z',
        },
        { ...parEtat, kid },
      );
    const cas: readonly [string, RegExp][] = [
      [await faux('region'), /n’est pas une clé de cette maison/],
      [await faux('region', trousseau.jwk.region.kid), /signature n’est pas valable/],
      [await faux('etat'), /n’est pas une clé de cette maison/],
    ];
    const etat = await unEtat();
    for (const [jws, raison] of cas) {
      relais.alterer = () => ({ jws: [jws], dernier: 1, suite: false });
      relais.couperLesFlux();
      await dit(etat, 'region', raison);
    }
    expect(await etat.copies()).toBe(0);
  });

  test('un acte rejoué n’est pris qu’une fois, et celui qui manque à sa place se voit', async () => {
    await region.signer('un');
    const etat = await unEtat();
    await apprend(etat, ['region 1 un']);
    relais.alterer = (page) => ({ ...page, jws: page.jws.map(() => page.jws[0] ?? '') });
    await region.signer('deux');
    await dit(etat, 'region', /^arrêté après le n° 1 : les actes après le n° 1 manquent$/);
    expect(await etat.appris()).toEqual(['region 1 un']);
    relais.alterer = null;
    await apprend(etat, ['region 1 un', 'region 2 deux']);
  });

  test('un trou dans les numéros arrête le suivi ; rien n’est sauté', async () => {
    for (const texte of ['un', 'deux', 'trois']) await region.signer(texte);
    relais.alterer = (page) => ({ ...page, jws: page.jws.filter((_, i) => i !== 1) });
    const etat = await unEtat();
    await dit(etat, 'region', /^arrêté après le n° 1 : l’acte n° 2 manque/);
    expect(await etat.appris()).toEqual(['region 1 un']);
    relais.alterer = null;
    await apprend(etat, ['region 1 un', 'region 2 deux', 'region 3 trois']);
  });

  test('une maison qui réécrit ce qui était copié n’est plus suivie', async () => {
    await region.signer('un');
    const etat = await unEtat();
    await apprend(etat, ['region 1 un']);
    const autre = await signActe(
      {
        partenaire: 'region',
        numero: 1,
        nature: 'ESSAI',
        sujet: 'essai:autre',
        charge: { texte: 'autre' },
        auteur: '',
        faitLe: '2023-12-18T10:00:00.000Z',
      },
      await loadSigningKey(trousseau.jwk.region),
    );
    relais.alterer = (page: PageEnRoute) => ({ ...page, jws: [autre, ...page.jws.slice(1)] });
    await region.signer('deux');
    await dit(etat, 'region', /^arrêté après le n° 1 : la maison ne donne plus le même acte n° 1/);
    relais.alterer = () => ({ jws: [], dernier: 0, suite: false });
    await dit(etat, 'region', /son dernier est le n° 0/);
    expect(await etat.appris()).toEqual(['region 1 un']);
  });

  test('une suite à donner qui échoue retient l’acte ; elle réussit, et tout reprend sans doublon', async () => {
    let refuse = true;
    const etat = await unEtat({
      apresAvoirAppris(texte) {
        if (refuse && texte.endsWith('deux')) throw new Error('pas encore');
      },
    });
    for (const texte of ['un', 'deux', 'trois']) await region.signer(texte);
    await dit(etat, 'region', /^arrêté après le n° 1 : l’acte n° 2 \(ESSAI\)/);
    expect(await etat.appris()).toEqual(['region 1 un']);
    expect(await etat.copies()).toBe(1);
    refuse = false;
    await apprend(etat, ['region 1 un', 'region 2 deux', 'region 3 trois']);
    await dit(etat, 'region', /^à jour jusqu’au n° 3$/);
  });

  test('une maison absente est attendue, puis suivie à son retour ; l’autre n’en souffre pas', async () => {
    relais.maisons.delete('region');
    const poleEmploi = await ouvrir({ partenaire: 'pole-emploi' });
    relais.maisons.set('pole-emploi', poleEmploi.subgraph);
    await poleEmploi.signer('présent');
    await region.signer('écrit pendant l’absence');
    const etat = await unEtat();
    await dit(etat, 'region', /^en attente après le n° 0 : .*PARTENAIRE_INDISPONIBLE/);
    await apprend(etat, ['pole-emploi 1 présent']);
    relais.maisons.set('region', region.subgraph);
    await apprend(etat, ['pole-emploi 1 présent', 'region 1 écrit pendant l’absence']);
    await dit(etat, 'region', /^à jour jusqu’au n° 1$/);
  });

  test('un redémarrage reprend après le dernier acte gardé', async () => {
    const etat = await unEtat();
    for (const texte of ['un', 'deux']) await region.signer(texte);
    await apprend(etat, ['region 1 un', 'region 2 deux']);
    await etat.subgraph.app.stop();
    await region.signer('trois');
    relais.lectures.length = 0;
    const apres = await unEtat({ databaseUrl: etat.subgraph.database.url });
    await apprend(apres, ['region 1 un', 'region 2 deux', 'region 3 trois']);
    // The last one kept is read again, to see that it is still the same.
    expect(relais.lectures[0]).toBe(1);
  });

  test('deux processus d’un même service suivent ensemble : chaque acte compte une fois', async () => {
    const etat = await unEtat();
    const replique = await unEtat({ databaseUrl: etat.subgraph.database.url });
    const attendu = Array.from({ length: 40 }, (_, i) => `region ${i + 1} n${i}`);
    for (let i = 0; i < 40; i += 1) await region.signer(`n${i}`);
    await dit(etat, 'region', /^à jour jusqu’au n° 40$/);
    await dit(replique, 'region', /^à jour jusqu’au n° 40$/);
    expect(await etat.appris()).toEqual(attendu);
    expect(await etat.copies()).toBe(40);
  });

  test('une maison qui change de clé est suivie sans que l’autre redémarre ; ses actes d’avant restent lus', async () => {
    const etat = await unEtat();
    await region.signer('de l’ancienne');
    await apprend(etat, ['region 1 de l’ancienne']);

    await trousseau.changerDeCle('region');
    const nouvelle = await ouvrir({
      partenaire: 'region',
      databaseUrl: region.subgraph.database.url,
    });
    relais.maisons.set('region', nouvelle.subgraph);
    relais.couperLesFlux();
    await nouvelle.signer('de la nouvelle');
    const attendu = ['region 1 de l’ancienne', 'region 2 de la nouvelle'];
    await apprend(etat, attendu);

    // A house that starts from nothing verifies the whole history.
    await apprend(await unEtat(), attendu);
    const { data } = await nouvelle.subgraph.query(unService('etat'), '{ actesRegion { jws } }');
    const kids = data.actesRegion.jws.map(
      (jws: string) => JSON.parse(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString()).kid,
    );
    expect(new Set(kids).size).toBe(2);
  });

  test('un flux coupé et un jeton retiré n’arrêtent rien', async () => {
    const etat = await unEtat();
    await dit(etat, 'region', /^à jour/);
    relais.oublierLesJetons();
    relais.couperLesFlux();
    await jusqua(
      () => relais.jetonsDemandes(),
      (nombre) => nombre > 1,
    );
    await region.signer('un');
    await apprend(etat, ['region 1 un']);
    await dit(etat, 'region', /^à jour jusqu’au n° 1$/);
  });
});

function altere(jws: string): string {
  const [entete = '', charge = '', signature = ''] = jws.split('.');
  const contenu: { charge: unknown } = JSON.parse(Buffer.from(charge, 'base64url').toString());
  const autre = JSON.stringify({ ...contenu, charge: { texte: 'altéré' } });
  return [entete, Buffer.from(autre).toString('base64url'), signature].join('.');
}
