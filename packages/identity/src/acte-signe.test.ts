import { describe, expect, test } from 'vitest';
import { ActeRefuse, type ContenuActe, createActeVerifier, signActe } from './acte-signe.js';
import type { Partenaire } from './partenaires.js';
import { generateSigningKey, type JwkSet, loadSigningKey, type SigningKey } from './signing-key.js';

const UN_ACTE: ContenuActe = {
  partenaire: 'region',
  numero: 3,
  nature: 'DECISION_VALIDEE',
  sujet: 'spel-596:2023-12-18:3',
  charge: { titre: 'REGION', empreinte: 'abc' },
  auteur: 'conseiller régional, Conseil régional',
  faitLe: '2023-12-18T10:00:00.000Z',
};

interface Cle {
  readonly privee: SigningKey;
  readonly publique: unknown;
}

async function uneCle(maison: string): Promise<Cle> {
  const { privee, publiques } = await generateSigningKey(`actes-${maison}-`);
  return { privee: await loadSigningKey(privee), publique: publiques.keys[0] };
}

function lecteur(cles: Partial<Record<Partenaire, readonly Cle[]>>) {
  return createActeVerifier(() => {
    const jwks = Object.entries(cles).map(([maison, siennes]): [string, JwkSet] => [
      maison,
      { keys: siennes.map(({ publique }) => publique) },
    ]);
    return Promise.resolve(Object.fromEntries(jwks));
  });
}

async function raisonDe(lire: Promise<unknown>): Promise<string> {
  try {
    await lire;
  } catch (error) {
    if (error instanceof ActeRefuse) return error.raison;
    throw error;
  }
  return 'accepté';
}

describe('un acte signé', () => {
  test('est relu tel quel par qui a la clé publique de sa maison', async () => {
    const cle = await uneCle('region');
    const jws = await signActe(UN_ACTE, cle.privee);
    expect(await lecteur({ region: [cle] })('region', jws)).toEqual(UN_ACTE);
    expect(cle.privee.kid).toMatch(/^actes-region-/);
  });

  test('est refusé dès qu’un octet change', async () => {
    const cle = await uneCle('region');
    const [entete = '', , signature = ''] = (await signActe(UN_ACTE, cle.privee)).split('.');
    const charge = Buffer.from(JSON.stringify({ ...UN_ACTE, numero: 4 })).toString('base64url');
    const lire = lecteur({ region: [cle] });
    expect(await raisonDe(lire('region', `${entete}.${charge}.${signature}`))).toMatch(/signature/);
    expect(await raisonDe(lire('region', 'rien'))).toMatch(/signature/);
  });

  test('est refusé s’il est signé de la clé d’une autre maison, même en la nommant bien', async () => {
    const [region, etat] = [await uneCle('region'), await uneCle('etat')];
    const lire = lecteur({ region: [region], etat: [etat] });
    const parEtat = await signActe(UN_ACTE, etat.privee);
    expect(await raisonDe(lire('region', parEtat))).toMatch(/pas une clé de cette maison/);
    const usurpe = await signActe(UN_ACTE, { ...etat.privee, kid: region.privee.kid });
    expect(await raisonDe(lire('region', usurpe))).toMatch(/signature/);
    expect(await raisonDe(lire('etat', parEtat))).toMatch(/se dit de la maison « region »/);
  });

  test('est refusé sans signature, ou signé pour autre chose', async () => {
    const cle = await uneCle('region');
    const [, charge = '', signature = ''] = (await signActe(UN_ACTE, cle.privee)).split('.');
    const avec = (entete: object) =>
      `${Buffer.from(JSON.stringify(entete)).toString('base64url')}.${charge}.${signature}`;
    const lire = lecteur({ region: [cle] });
    for (const entete of [
      { alg: 'none', typ: 'passerelle-acte', kid: cle.privee.kid },
      { alg: 'HS256', typ: 'passerelle-acte', kid: cle.privee.kid },
      { alg: 'EdDSA', typ: 'passerelle+jwt', kid: cle.privee.kid },
    ]) {
      expect(await raisonDe(lire('region', avec(entete)))).toMatch(/signature/);
    }
    expect(await raisonDe(lire('region', avec({ alg: 'EdDSA' })))).toMatch(/clé n’est pas nommée/);
  });

  test('est refusé quand sa maison n’a donné aucune clé', async () => {
    const cle = await uneCle('region');
    const jws = await signActe(UN_ACTE, cle.privee);
    expect(await raisonDe(lecteur({})('region', jws))).toMatch(/pas une clé de cette maison/);
  });

  test('reste lisible quand sa maison a changé de clé ; la clé nouvelle est lue sans redémarrer', async () => {
    const [ancienne, nouvelle] = [await uneCle('region'), await uneCle('region')];
    const cles = [ancienne];
    const lire = lecteur({ region: cles });
    const avant = await signActe(UN_ACTE, ancienne.privee);
    expect(await lire('region', avant)).toEqual(UN_ACTE);
    const apres = await signActe({ ...UN_ACTE, numero: 4 }, nouvelle.privee);
    expect(await raisonDe(lire('region', apres))).toMatch(/pas une clé de cette maison/);
    cles.push(nouvelle);
    expect(await lire('region', apres)).toMatchObject({ numero: 4 });
    expect(await lire('region', avant)).toMatchObject({ numero: 3 });
  });
});
