import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import type { Publication } from '../publication.js';
import type { PublicationRefusee } from './refusal.js';
import { signPublication } from './sign-publication.js';
import type { Trousseau } from './trousseau.js';
import { verifyPublication } from './verify-publication.js';

async function uneCle(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const { x = '' } = await exportJWK(publicKey);
  const publique = { kty: 'OKP' as const, crv: 'Ed25519' as const, x, kid };
  return { cle: { kid, privateKey }, publique, trousseau: { keys: [publique] } };
}

function unePublication(trousseau: Trousseau, numero = 7): Publication {
  return {
    format: 1,
    canal: 'production',
    numero,
    publieeLe: '2026-01-05T08:00:00.000Z',
    carte: 1,
    sousGraphes: [],
    supergraphe: null,
    portail: null,
    documents: [],
    cles: trousseau,
  };
}

const attendu = { canal: 'production', dernierNumero: 6 } as const;
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ACCEPTEE',
    (error: PublicationRefusee) => error.code,
  );

test('une publication signée se relit telle quelle', async () => {
  const { cle, trousseau } = await uneCle('a');
  const publication = unePublication(trousseau);
  const jws = await signPublication(publication, cle);
  expect(await verifyPublication(jws, trousseau, attendu)).toEqual(publication);
});

test('un numéro égal ou plus bas est refusé, le premier reçu ne l’est jamais', async () => {
  const { cle, trousseau } = await uneCle('a');
  for (const [numero, code] of [
    [6, 'PUBLICATION_PERIMEE'],
    [5, 'PUBLICATION_PERIMEE'],
    [7, 'ACCEPTEE'],
  ] as const) {
    const jws = await signPublication(unePublication(trousseau, numero), cle);
    expect(await codeOf(verifyPublication(jws, trousseau, attendu))).toBe(code);
    expect(
      await codeOf(verifyPublication(jws, trousseau, { ...attendu, dernierNumero: null })),
    ).toBe('ACCEPTEE');
  }
});

test('une clé inconnue, un octet changé, un autre canal, un texte sans signature sont refusés', async () => {
  const { cle, trousseau } = await uneCle('a');
  const autre = await uneCle('b');
  const jws = await signPublication(unePublication(trousseau), cle);
  const [entete = '', charge = '', signature = ''] = jws.split('.');
  const autreCharge = Buffer.from(JSON.stringify(unePublication(trousseau, 99))).toString(
    'base64url',
  );
  const usurpee = await signPublication(unePublication(trousseau), { ...autre.cle, kid: 'a' });
  const cas: [string, string][] = [
    [await signPublication(unePublication(trousseau), autre.cle), 'CLE_INCONNUE'],
    [usurpee, 'SIGNATURE_INVALIDE'],
    [[entete, autreCharge, signature].join('.'), 'SIGNATURE_INVALIDE'],
    [[entete, charge, ''].join('.'), 'SIGNATURE_INVALIDE'],
    [JSON.stringify(unePublication(trousseau)), 'PUBLICATION_NON_SIGNEE'],
    ['', 'PUBLICATION_NON_SIGNEE'],
  ];
  for (const [texte, code] of cas) {
    expect(await codeOf(verifyPublication(texte, trousseau, attendu))).toBe(code);
  }
  expect(
    await codeOf(verifyPublication(jws, trousseau, { canal: 'recette', dernierNumero: null })),
  ).toBe('CANAL_DIFFERENT');
});

test('un texte signé d’un autre type, ou d’une autre forme, n’est pas une publication', async () => {
  const { cle, trousseau } = await uneCle('a');
  const sign = (texte: string, typ: string) =>
    new CompactSign(new TextEncoder().encode(texte))
      .setProtectedHeader({ alg: 'EdDSA', kid: 'a', typ })
      .sign(cle.privateKey);
  const bonne = JSON.stringify(unePublication(trousseau));
  expect(await codeOf(verifyPublication(await sign(bonne, 'JWT'), trousseau, attendu))).toBe(
    'SIGNATURE_INVALIDE',
  );
  for (const texte of ['{', '{}', '[]', bonne.replace('"format":1', '"format":2')]) {
    const jws = await sign(texte, 'passerelle-publication+jws');
    expect(await codeOf(verifyPublication(jws, trousseau, attendu))).toBe('PUBLICATION_ILLISIBLE');
  }
});

test('une rotation : la publication signée par l’ancienne clé apporte la nouvelle', async () => {
  const ancienne = await uneCle('ancienne');
  const nouvelle = await uneCle('nouvelle');
  const annonce = await signPublication(
    unePublication({ keys: [ancienne.publique, nouvelle.publique] }, 7),
    ancienne.cle,
  );
  const { cles } = await verifyPublication(annonce, ancienne.trousseau, attendu);
  const suivante = await signPublication(unePublication(nouvelle.trousseau, 8), nouvelle.cle);
  expect((await verifyPublication(suivante, cles, { ...attendu, dernierNumero: 7 })).numero).toBe(
    8,
  );
  expect(await codeOf(verifyPublication(suivante, ancienne.trousseau, attendu))).toBe(
    'CLE_INCONNUE',
  );
});
