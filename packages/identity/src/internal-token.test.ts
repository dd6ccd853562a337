import { exportSPKI, importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Identite } from './identite.js';
import { createInternalTokenVerifier, signInternalToken } from './internal-token.js';
import { JetonExpire, JetonInvalide } from './jetons.errors.js';
import { generateSigningKey, type JwkSet, loadSigningKey, type SigningKey } from './signing-key.js';

const MIDI = new Date('2023-12-15T12:00:00Z');
const MIDI_S = MIDI.getTime() / 1000;

function uneIdentite(changes: Partial<Identite> = {}): Identite {
  return {
    sujet: 'demo-region.charge-de-mission',
    nature: 'agent',
    fonction: 'chargé de mission',
    organisation: 'Conseil régional',
    partenaire: 'region',
    roles: ['charge-de-mission'],
    scopes: ['protocole:lire', 'region:contribution:modifier'],
    territoire: { code: '32', maille: 'REGION' },
    finalite: null,
    amr: ['pwd'],
    ...changes,
  };
}

async function unePaire(): Promise<{ cle: SigningKey; publiques: JwkSet }> {
  const { privee, publiques } = await generateSigningKey();
  return { cle: await loadSigningKey(privee), publiques };
}

let cle: SigningKey;
let publiques: JwkSet;

beforeAll(async () => {
  ({ cle, publiques } = await unePaire());
});

const verifierOf = (
  audience: 'etat' | 'region' = 'region',
  jwks: JwkSet = publiques,
  maintenant: Date = MIDI,
) => createInternalTokenVerifier({ jwks: () => jwks, audience, maintenant: () => maintenant });

/** A token that only the mutation under test keeps from being accepted. */
function unJeton(changes: {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  sans?: string;
}) {
  const { sujet, ...claims } = uneIdentite();
  const payload: Record<string, unknown> = {
    ...claims,
    iss: 'passerelle',
    sub: sujet,
    aud: 'region',
    iat: MIDI_S,
    exp: MIDI_S + 60,
    jti: 'un-jeton',
    ...changes.claims,
  };
  if (changes.sans) delete payload[changes.sans];
  return new SignJWT(payload).setProtectedHeader({
    alg: 'EdDSA',
    typ: 'passerelle+jwt',
    kid: cle.kid,
    ...changes.header,
  });
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('le jeton interne', () => {
  test('rend l’identité qui y a été mise', async () => {
    for (const identite of [
      uneIdentite(),
      uneIdentite({ partenaire: null, territoire: null, roles: ['partenaire-social'], amr: [] }),
      uneIdentite({ nature: 'service', finalite: 'suivi du protocole' }),
    ]) {
      const jeton = await signInternalToken(identite, {
        cle,
        audience: 'region',
        maintenant: MIDI,
      });
      await expect(verifierOf()(jeton)).resolves.toEqual(identite);
    }
  });

  test('ne se répète pas : deux jetons de la même identité diffèrent', async () => {
    const opts = { cle, audience: 'region', maintenant: MIDI } as const;
    expect(await signInternalToken(uneIdentite(), opts)).not.toBe(
      await signInternalToken(uneIdentite(), opts),
    );
  });

  test('expire après 60 secondes, à la tolérance des horloges près', async () => {
    const jeton = await signInternalToken(uneIdentite(), {
      cle,
      audience: 'region',
      maintenant: MIDI,
    });
    const at = (seconds: number) =>
      verifierOf('region', publiques, new Date(MIDI.getTime() + seconds * 1000))(jeton);
    await expect(at(64)).resolves.toMatchObject({ partenaire: 'region' });
    await expect(at(65)).rejects.toBeInstanceOf(JetonExpire);
    await expect(at(3600)).rejects.toMatchObject({ code: 'JETON_EXPIRE' });
  });

  test('déjà vérifié, il sert encore, et expire comme les autres', async () => {
    let maintenant = MIDI;
    const verifier = createInternalTokenVerifier({
      audience: 'region',
      maintenant: () => maintenant,
      jwks: () => publiques,
    });
    const jeton = await signInternalToken(uneIdentite(), {
      cle,
      audience: 'region',
      maintenant: MIDI,
    });
    await expect(verifier(jeton)).resolves.toEqual(uneIdentite());
    await expect(verifier(jeton)).resolves.toEqual(uneIdentite());
    // The signature of another: close to a token that is known, and not it.
    const [entete, contenu, signature = ''] = jeton.split('.');
    const autre = signature.replace(/^./, (premier) => (premier === 'A' ? 'B' : 'A'));
    const voisin = [entete, contenu, autre].join('.');
    await expect(verifier(voisin)).rejects.toBeInstanceOf(JetonInvalide);
    maintenant = new Date(MIDI.getTime() + 65_000);
    await expect(verifier(jeton)).rejects.toBeInstanceOf(JetonExpire);
  });

  test('n’est accepté que par le partenaire à qui il est adressé', async () => {
    const jeton = await signInternalToken(uneIdentite(), {
      cle,
      audience: 'region',
      maintenant: MIDI,
    });
    await expect(verifierOf('etat')(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
  });

  test('est refusé s’il s’adresse à plusieurs partenaires à la fois', async () => {
    const jeton = await unJeton({ claims: { aud: ['region', 'etat'] } }).sign(cle.privateKey);
    await expect(verifierOf()(jeton)).rejects.toBeInstanceOf(JetonInvalide);
  });

  test('forgé par une autre clé qui prend le même kid, il est refusé', async () => {
    const autre = await unePaire();
    const jeton = await signInternalToken(uneIdentite(), {
      cle: { ...autre.cle, kid: cle.kid },
      audience: 'region',
      maintenant: MIDI,
    });
    await expect(verifierOf()(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
  });

  test('modifié après signature, il est refusé', async () => {
    const jeton = await signInternalToken(uneIdentite(), {
      cle,
      audience: 'region',
      maintenant: MIDI,
    });
    const [header, payload, signature] = jeton.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const forge = `${header}.${base64url({ ...claims, roles: ['administrateur'] })}.${signature}`;
    await expect(verifierOf()(forge)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
  });

  test('sans signature (alg none), il est refusé', async () => {
    const { sujet, ...claims } = uneIdentite();
    const payload = base64url({
      ...claims,
      iss: 'passerelle',
      sub: sujet,
      aud: 'region',
      iat: MIDI_S,
      exp: MIDI_S + 60,
      jti: 'x',
    });
    for (const alg of ['none', 'None', 'NONE']) {
      const jeton = `${base64url({ alg, typ: 'passerelle+jwt', kid: cle.kid })}.${payload}.`;
      await expect(verifierOf()(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
    }
  });

  test('signé en HS256 avec la clé publique pour secret, il est refusé', async () => {
    const jwk = publiques.keys[0];
    if (typeof jwk !== 'object' || jwk === null || !('x' in jwk) || typeof jwk.x !== 'string') {
      throw new Error('the pair has a public key');
    }
    const publique = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: jwk.x }, 'EdDSA', {
      extractable: true,
    });
    if (publique instanceof Uint8Array) throw new Error('asymmetric');
    const spki = await exportSPKI(publique);
    for (const secret of [spki, jwk.x, JSON.stringify(jwk)]) {
      const jeton = await unJeton({ header: { alg: 'HS256' } }).sign(
        new TextEncoder().encode(secret),
      );
      await expect(verifierOf()(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
    }
  });

  test('accepté tel quel, le jeton que les refus suivants altèrent un à un', async () => {
    const jeton = await unJeton({}).sign(cle.privateKey);
    await expect(verifierOf()(jeton)).resolves.toMatchObject({ partenaire: 'region' });
  });

  test.each<[string, Parameters<typeof unJeton>[0]]>([
    ['un autre émetteur', { claims: { iss: 'ailleurs' } }],
    ['un autre type', { header: { typ: 'JWT' } }],
    ['sans kid', { header: { kid: undefined } }],
    ['une clé embarquée', { header: { kid: 'intrus', jwk: { kty: 'OKP' } } }],
    ['un kid qui ressemble à un chemin', { header: { kid: '../../etc/passwd' } }],
    ['pas encore valable', { claims: { nbf: MIDI_S + 3600 } }],
    ['sans sujet', { sans: 'sub' }],
    ['sans échéance', { sans: 'exp' }],
    ['sans date d’émission', { sans: 'iat' }],
    ['sans numéro', { sans: 'jti' }],
    ['un rôle inconnu', { claims: { roles: ['roi'] } }],
    ['un partenaire inconnu', { claims: { partenaire: 'departement' } }],
    ['des scopes qui n’en sont pas', { claims: { scopes: 'protocole:lire' } }],
    ['trop long', { claims: { organisation: 'x'.repeat(9000) } }],
  ])('est refusé : %s', async (_titre, changes) => {
    const jeton = await unJeton(changes).sign(cle.privateKey);
    await expect(verifierOf()(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
  });

  test('est refusé : une extension critique inconnue', async () => {
    const jeton = await signInternalToken(uneIdentite(), {
      cle,
      audience: 'region',
      maintenant: MIDI,
    });
    const [, payload, signature] = jeton.split('.');
    const header = base64url({
      alg: 'EdDSA',
      typ: 'passerelle+jwt',
      kid: cle.kid,
      crit: ['x'],
      x: 1,
    });
    await expect(verifierOf()(`${header}.${payload}.${signature}`)).rejects.toMatchObject({
      code: 'JETON_INVALIDE',
    });
  });

  test.each(['', 'x', 'a.b.c', '..', 'Bearer abc'])('est refusé : « %s »', async (jeton) => {
    await expect(verifierOf()(jeton)).rejects.toMatchObject({ code: 'JETON_INVALIDE' });
  });
});

describe('les clés de vérification', () => {
  test('tournent sans redémarrage : un kid nouveau fait relire les clés', async () => {
    const nouvelle = await unePaire();
    let servies: JwkSet = publiques;
    let lectures = 0;
    let maintenant = MIDI;
    const verifier = createInternalTokenVerifier({
      audience: 'region',
      maintenant: () => maintenant,
      jwks: () => {
        lectures += 1;
        return servies;
      },
    });
    const jetonDe = (c: SigningKey) =>
      signInternalToken(uneIdentite(), { cle: c, audience: 'region', maintenant });

    await verifier(await jetonDe(cle));
    await verifier(await jetonDe(cle));
    expect(lectures).toBe(1);

    servies = { keys: [...publiques.keys, ...nouvelle.publiques.keys] };
    maintenant = new Date(MIDI.getTime() + 10_000);
    await expect(verifier(await jetonDe(nouvelle.cle))).resolves.toBeDefined();
    await expect(verifier(await jetonDe(cle))).resolves.toBeDefined();
    expect(lectures).toBe(2);

    servies = nouvelle.publiques;
    maintenant = new Date(MIDI.getTime() + 20_000);
    const inconnu = await unePaire();
    await expect(verifier(await jetonDe(inconnu.cle))).rejects.toBeInstanceOf(JetonInvalide);
    await expect(verifier(await jetonDe(cle))).rejects.toBeInstanceOf(JetonInvalide);
  });

  test('ne sont pas relues à chaque kid inventé', async () => {
    let lectures = 0;
    const verifier = createInternalTokenVerifier({
      audience: 'region',
      maintenant: () => MIDI,
      jwks: () => {
        lectures += 1;
        return publiques;
      },
    });
    for (let essai = 0; essai < 50; essai += 1) {
      const jeton = await unJeton({ header: { kid: `invente-${essai}` } }).sign(cle.privateKey);
      await expect(verifier(jeton)).rejects.toBeInstanceOf(JetonInvalide);
    }
    expect(lectures).toBe(1);
  });

  test('sont lues une seule fois quand dix jetons arrivent ensemble', async () => {
    let lectures = 0;
    const verifier = createInternalTokenVerifier({
      audience: 'region',
      maintenant: () => MIDI,
      jwks: async () => {
        lectures += 1;
        return publiques;
      },
    });
    const jeton = await unJeton({}).sign(cle.privateKey);
    await Promise.all(Array.from({ length: 10 }, () => verifier(jeton)));
    expect(lectures).toBe(1);
  });

  test('illisibles, elles ne font pas passer le jeton pour faux, et sont relues ensuite', async () => {
    let estLisible = false;
    const verifier = createInternalTokenVerifier({
      audience: 'region',
      maintenant: () => MIDI,
      jwks: () => {
        if (!estLisible) throw new Error('disque absent');
        return publiques;
      },
    });
    const jeton = await unJeton({}).sign(cle.privateKey);
    await expect(verifier(jeton)).rejects.toThrow('disque absent');
    estLisible = true;
    await expect(verifier(jeton)).resolves.toBeDefined();
  });

  test('d’une autre sorte sont ignorées, et la partie privée oubliée n’est pas chargée', async () => {
    const { privee } = await generateSigningKey();
    const signataire = await loadSigningKey(privee);
    const jwks: JwkSet = {
      keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: privee.kid }, null, 'x', { kty: 'RSA' }, privee],
    };
    const jeton = await signInternalToken(uneIdentite(), {
      cle: signataire,
      audience: 'region',
      maintenant: MIDI,
    });
    await expect(verifierOf('region', jwks)(jeton)).resolves.toBeDefined();
  });
});

describe('la clé de signature', () => {
  test('est refusée sans partie privée, sans kid ou d’une autre courbe, sans être citée', async () => {
    const { privee, publiques: jeu } = await generateSigningKey();
    const { kid: _kid, ...sansKid } = privee;
    for (const jwk of [jeu.keys[0], sansKid, { ...privee, crv: 'X25519' }, null, 'cle']) {
      await expect(loadSigningKey(jwk)).rejects.toThrow(/clé privée Ed25519/);
    }
    await expect(loadSigningKey(sansKid)).rejects.not.toThrow(privee.d);
  });

  test('publie sa partie publique sans la partie privée', async () => {
    const { publiques: jeu } = await generateSigningKey();
    expect(Object.keys(jeu.keys[0] ?? {}).sort()).toEqual(['crv', 'kid', 'kty', 'x']);
  });
});
