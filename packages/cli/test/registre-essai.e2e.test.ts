import { type Acquittement, verifyPublication } from '@passerelle/publication';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ouvrirRegistreDEssai, type RegistreDEssai } from '../src/dev/registre-essai.js';
import { unePublication } from './support/une-publication.js';

const EMPREINTE = `sha256:${'c'.repeat(64)}`;
let essai: RegistreDEssai;
let demandes: string[];
let dits: Acquittement[];

beforeEach(async () => {
  demandes = [];
  dits = [];
  essai = await ouvrirRegistreDEssai({
    vrai: {
      async telecharger(chemin) {
        demandes.push(chemin);
        return new Response('contenu', { status: 200 });
      },
    },
    dire: (acquittement) => dits.push(acquittement),
  });
});
afterEach(() => essai.fermer());

const demander = (chemin: string, options: RequestInit = {}): Promise<Response> =>
  fetch(`${essai.adresse}${chemin}`, {
    ...options,
    headers: { authorization: `Bearer ${essai.jeton}`, ...options.headers },
  });

test('sa publication est signée de sa clé à lui, sous des numéros qui montent', async () => {
  expect((await demander('/v1/publications/courante?canal=production')).status).toBe(404);
  await essai.publier(unePublication());
  expect(await essai.publier(unePublication())).toBe(2);
  const jws = await (await demander('/v1/publications/courante?canal=production')).text();
  const lue = await verifyPublication(jws, essai.trousseau, {
    canal: 'production',
    dernierNumero: 1,
  });
  expect(lue.cles).toEqual(essai.trousseau);
});

test('qui suit le flux reçoit la publication du moment, puis chaque suivante', async () => {
  await essai.publier(unePublication());
  const reponse = await demander('/v1/publications/flux?canal=production&passerelle=p');
  const lecteur = reponse.body?.pipeThrough(new TextDecoderStream()).getReader();
  let recu = '';
  const lireJusqua = async (texte: string): Promise<void> => {
    while (!recu.includes(texte)) recu += (await lecteur?.read())?.value ?? '';
  };
  await lireJusqua('id: 1\n');
  await essai.publier(unePublication());
  await lireJusqua('id: 2\n');
  expect(recu.match(/event: publication\n/g)).toHaveLength(2);
  await lecteur?.cancel();
});

test('les fichiers déployés viennent du vrai registre, et rien d’autre', async () => {
  expect(await (await demander(`/v1/fichiers/${EMPREINTE}`)).text()).toBe('contenu');
  expect((await demander('/v1/jetons')).status).toBe(404);
  expect((await demander('/v1/fichiers/..%2fjetons')).status).toBe(404);
  expect(demandes).toEqual([`/v1/fichiers/${EMPREINTE}`]);
});

test('l’usage de l’essai n’est dit à personne ; un acquittement, à qui a lancé l’essai', async () => {
  const acquittement = {
    canal: 'production',
    numero: 1,
    passerelle: 'p',
    statut: 'SERVIE',
    dureeMs: 3,
  };
  for (const chemin of ['/v1/usages', '/v1/incidents', '/v1/acquittements']) {
    const corps = JSON.stringify(acquittement);
    expect((await demander(chemin, { method: 'POST', body: corps })).status).toBe(204);
  }
  expect(dits).toEqual([acquittement]);
  expect(demandes).toEqual([]);
});

test('sans le jeton de l’essai, un autre programme du poste ne lit rien', async () => {
  await essai.publier(unePublication());
  for (const authorization of ['', 'Bearer autre']) {
    const reponse = await demander('/v1/publications/courante', { headers: { authorization } });
    expect(reponse.status).toBe(401);
  }
});
