import { generateKeyPairSync } from 'node:crypto';
import type { Server } from 'node:http';
import { type CryptoKey, decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeServer, createHttpServer, listen } from '../src/http/server.js';
import { createSessions } from '../src/identity/session.js';
import { type SousGrapheDeTest, unSousGraphe } from './support/un-sous-graphe.js';
import { freePort, type PasserelleDeTest, unePasserelle } from './support/une-passerelle.js';

const SECRET = 'un-secret-de-test-assez-long';
const AUDIENCE = 'passerelle';

let parts: SousGrapheDeTest[];
let passerelle: PasserelleDeTest;
let emetteur: string;
let fournisseur: Server;
let cle: CryptoKey;

beforeAll(async () => {
  parts = await Promise.all(['etat', 'region', 'pole-emploi'].map(unSousGraphe));
  const [portPasserelle, portFournisseur] = [await freePort(), await freePort()];
  emetteur = `http://127.0.0.1:${portFournisseur}`;
  const paire = await generateKeyPair('RS256', { extractable: true });
  cle = paire.privateKey;
  const jwk = { ...(await exportJWK(paire.privateKey)), kid: 'cle-1', alg: 'RS256', use: 'sig' };
  const provider = unFournisseur(emetteur, `http://127.0.0.1:${portPasserelle}`, jwk);
  const handle = provider.callback();
  fournisseur = createHttpServer(
    async (req, res) => handle(req, res),
    () => undefined,
  );
  await listen(fournisseur, portFournisseur, '127.0.0.1');
  passerelle = await unePasserelle(parts, {
    port: portPasserelle,
    limites: { connexionsParMinute: 60 },
    emetteur,
    clientSecret: SECRET,
    habilitations: {
      agents: [
        {
          emetteur,
          sujet: 'agent-region',
          organisation: 'Conseil régional',
          fonction: 'chargé de mission',
          partenaire: 'region',
          roles: ['charge-de-mission'],
          territoire: { code: '32', maille: 'REGION' },
        },
      ],
      integrateurs: [
        {
          clientId: 'integrateur-de-test',
          organisation: 'Éditeur',
          partenaire: null,
          scopes: ['protocole:lire:public'],
        },
      ],
      services: [
        {
          clientId: 'service-region',
          partenaire: 'region',
          scopes: ['protocole:lire', 'actes:lire'],
        },
      ],
    },
  });
});

afterAll(async () => {
  await passerelle.arreter();
  await closeServer(fournisseur, 100);
  await Promise.all(parts.map((s) => s.arreter()));
});

/** A real OpenID provider whose sign-in page is one link: `/choisir/<uid>?sujet=…`. */
function unFournisseur(issuer: string, portail: string, jwk: object): Provider {
  const provider = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [
      {
        client_id: 'portail-de-test',
        client_secret: SECRET,
        redirect_uris: [`${portail}/connexion/retour`],
        post_logout_redirect_uris: [`${portail}/`],
      },
      {
        client_id: 'integrateur-de-test',
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
      {
        client_id: 'service-region',
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    claims: { openid: ['sub'], given_name: ['given_name'], usual_name: ['usual_name'], amr: null },
    pkce: { required: () => true },
    findAccount: (_ctx, sujet) => ({
      accountId: sujet,
      claims: () => ({ sub: sujet, given_name: 'Camille', usual_name: 'EXEMPLE' }),
    }),
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope([...ctx.oidc.requestParamScopes].join(' '));
      grant.addOIDCClaims([...ctx.oidc.requestParamClaims]);
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `/choisir/${interaction.uid}` },
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      clientCredentials: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx) =>
          ctx.oidc.params?.['grant_type'] === 'client_credentials' ? 'urn:graphe' : undefined,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    cookies: { keys: ['cle-de-test'] },
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/choisir/')) {
      await next();
      return;
    }
    const sujet = String(ctx.query['sujet'] ?? '');
    const result =
      sujet === ''
        ? { error: 'access_denied', error_description: 'refus' }
        : { login: { accountId: sujet, amr: ['pwd', 'mfa'] } };
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
  });
  return provider;
}

/** A browser, as far as cookies and redirections go. */
function unNavigateur() {
  const cookies = new Map<string, string>();
  async function aller(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const hote = new URL(url).origin;
    const miens = [...cookies]
      .filter(([cle]) => cle.startsWith(`${hote} `))
      .map(([cle, valeur]) => `${cle.slice(hote.length + 1)}=${valeur}`);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, cookie: miens.join('; ') },
    });
    for (const ligne of response.headers.getSetCookie()) {
      const [paire = ''] = ligne.split(';');
      const nom = paire.slice(0, paire.indexOf('='));
      const valeur = paire.slice(paire.indexOf('=') + 1);
      if (/Max-Age=0|expires=Thu, 01 Jan 1970/i.test(ligne)) cookies.delete(`${hote} ${nom}`);
      else cookies.set(`${hote} ${nom}`, valeur);
    }
    return response;
  }
  return {
    cookies,
    aller,
    /** Follows redirections; on the provider's page, chooses this account. */
    async suivre(depart: string, sujet: string): Promise<{ url: string; response: Response }> {
      let url = depart;
      for (let i = 0; i < 12; i += 1) {
        const response = await aller(url);
        const vers = response.headers.get('location');
        if (vers === null) return { url, response };
        url = new URL(vers, url).href;
        if (url.includes('/choisir/')) url = `${url}?sujet=${sujet}`;
      }
      throw new Error('trop de redirections');
    },
  };
}

const session = async (navigateur: ReturnType<typeof unNavigateur>): Promise<unknown> =>
  (await navigateur.aller(`${passerelle.adresse}/session`)).json();

describe('connexion d’un agent', () => {
  it('par le fournisseur d’identité, jusqu’à la page demandée', async () => {
    const navigateur = unNavigateur();
    expect(await session(navigateur)).toEqual({ authentifie: false });
    const { url } = await navigateur.suivre(
      `${passerelle.adresse}/connexion?retour=${encodeURIComponent('/protocole/E07')}`,
      'agent-region',
    );
    expect(url).toBe(`${passerelle.adresse}/protocole/E07`);
    expect(await session(navigateur)).toMatchObject({
      authentifie: true,
      agent: {
        sujet: 'agent-region',
        prenom: 'Camille',
        nom: 'EXEMPLE',
        partenaire: 'region',
        organisation: 'Conseil régional',
        territoire: { code: '32', maille: 'REGION' },
        amr: ['pwd', 'mfa'],
      },
    });
    const cookie = [...navigateur.cookies].find(([nom]) => nom.endsWith(' passerelle'));
    const response = await passerelle.envoyer({
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: passerelle.adresse,
        cookie: `passerelle=${cookie?.[1]}`,
      },
      body: '{"query":"{ engagements { code } }"}',
    });
    expect(await response.text()).toContain('"E01"');
  });

  it('se ferme des deux côtés à la déconnexion, et le cookie gardé ne vaut plus rien', async () => {
    const navigateur = unNavigateur();
    await navigateur.suivre(`${passerelle.adresse}/connexion`, 'agent-region');
    const garde = [...navigateur.cookies].find(([nom]) => nom.endsWith(' passerelle'))?.[1];
    const sortie = await navigateur.aller(`${passerelle.adresse}/deconnexion`);
    expect(sortie.headers.get('location')).toContain(`${emetteur}/session/end`);
    expect(sortie.headers.get('location')).toContain('id_token_hint=');
    expect(await session(navigateur)).toEqual({ authentifie: false });
    const reponse = await passerelle.demander('{ engagements { code } }', {
      headers: { cookie: `passerelle=${garde}` },
    });
    expect(reponse.statut).toBe(401);
    expect(reponse.errors?.[0]?.extensions.code).toBe('SESSION_EXPIREE');
  });

  it('ouvre au navigateur connecté une page pour essayer des opérations, et mène les autres à la connexion', async () => {
    const navigateur = unNavigateur();
    const page = { accept: 'text/html' };
    const avant = await navigateur.aller(`${passerelle.adresse}/graphql`, page);
    expect(avant.headers.get('location')).toBe('/connexion?retour=/graphql');
    await navigateur.suivre(`${passerelle.adresse}/connexion`, 'agent-region');
    const apres = await navigateur.aller(`${passerelle.adresse}/graphql`, page);
    expect(await apres.text()).toContain('Interroger le graphe');
    expect((await navigateur.aller(`${passerelle.adresse}/graphql`)).status).toBe(405);
  });

  it('un autre site ne peut pas déconnecter un agent', async () => {
    const navigateur = unNavigateur();
    await navigateur.suivre(`${passerelle.adresse}/connexion`, 'agent-region');
    await navigateur.aller(`${passerelle.adresse}/deconnexion`, {
      'sec-fetch-site': 'cross-site',
    });
    expect(await session(navigateur)).toMatchObject({ authentifie: true });
  });

  it('refuse un compte que personne n’a habilité', async () => {
    const navigateur = unNavigateur();
    const { response } = await navigateur.suivre(`${passerelle.adresse}/connexion`, 'inconnu');
    expect(response.status).toBe(403);
    expect(await session(navigateur)).toEqual({ authentifie: false });
  });

  it('dit en français que le fournisseur a refusé', async () => {
    const navigateur = unNavigateur();
    const { response } = await navigateur.suivre(`${passerelle.adresse}/connexion`, '');
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('CONNEXION_REFUSEE');
  });

  it('refuse un retour rejoué, ou venu d’une connexion que ce navigateur n’a pas commencée', async () => {
    const victime = unNavigateur();
    const pirate = unNavigateur();
    let retour = '';
    const depart = await pirate.aller(`${passerelle.adresse}/connexion`);
    let url = depart.headers.get('location') ?? '';
    while (!url.startsWith(`${passerelle.adresse}/connexion/retour`)) {
      const response = await pirate.aller(url);
      url = new URL(response.headers.get('location') ?? '', url).href;
      if (url.includes('/choisir/')) url = `${url}?sujet=agent-region`;
    }
    retour = url;
    const chezLaVictime = await victime.aller(retour);
    expect(chezLaVictime.status).toBe(400);
    expect(await chezLaVictime.text()).toContain('CONNEXION_EXPIREE');
    expect((await pirate.aller(retour)).status).toBe(303);
    expect((await pirate.aller(retour)).status).toBe(400);
  });

  it.each(['https://mechant.example/', '//mechant.example', '/\\mechant.example'])(
    'refuse de revenir vers %s',
    async (retour) => {
      const response = await fetch(
        `${passerelle.adresse}/connexion?retour=${encodeURIComponent(retour)}`,
        { redirect: 'manual' },
      );
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
      expect(await response.text()).toContain('RETOUR_REFUSE');
    },
  );

  it('limite les connexions commencées d’une même adresse', async () => {
    const statuts = new Set<number>();
    for (let i = 0; i < 61; i += 1) {
      const response = await fetch(`${passerelle.adresse}/connexion?retour=//x`, {
        redirect: 'manual',
      });
      await response.body?.cancel();
      statuts.add(response.status);
    }
    expect(statuts).toContain(429);
  });
});

describe('justificatifs refusés, avant tout appel', () => {
  const demander = async (headers: Record<string, string>) => {
    const avant = parts.reduce((n, s) => n + s.appels.length, 0);
    const response = await passerelle.envoyer({
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: passerelle.adresse, ...headers },
      body: '{"query":"{ engagements { code } }"}',
    });
    const texte = await response.text();
    const apres = parts.reduce((n, s) => n + s.appels.length, 0);
    return {
      statut: response.status,
      code: /"code":"([A-Z_]+)"/.exec(texte)?.[1],
      appels: apres - avant,
    };
  };
  const refus = (code: string, statut = 401) => ({ statut, code, appels: 0 });

  const unJeton = (
    claims: { iss?: string; aud?: string; exp?: number; client_id?: string } = {},
    entete: Record<string, string> = {},
  ) =>
    new SignJWT({ client_id: 'integrateur-de-test', ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'cle-1', ...entete })
      .setIssuedAt()
      .setIssuer(claims.iss ?? emetteur)
      .setAudience(claims.aud ?? AUDIENCE)
      .setExpirationTime(claims.exp ?? Math.floor(Date.now() / 1000) + 300)
      .sign(cle);

  it('aucun justificatif', async () => {
    expect(await demander({})).toEqual(refus('NON_AUTHENTIFIE'));
  });

  it('un cookie altéré, ou illisible', async () => {
    const cookie = await passerelle.cookieDe('agent-region');
    const altere = `${cookie.slice(0, -12)}${cookie.at(-12) === 'A' ? 'B' : 'A'}${cookie.slice(-11)}`;
    expect(await demander({ cookie: altere })).toEqual(refus('JETON_INVALIDE'));
    expect(await demander({ cookie: 'passerelle=x' })).toEqual(refus('JETON_INVALIDE'));
  });

  it('une session expirée', async () => {
    const vieille = createSessions({
      cle: passerelle.sessionCle,
      maintenant: () => new Date(Date.now() - 31 * 60_000),
    });
    const { cookie } = await vieille.open({
      emetteur,
      sujet: 'agent-region',
      prenom: null,
      nom: null,
      amr: [],
      idToken: null,
    });
    expect(await demander({ cookie: `passerelle=${cookie}` })).toEqual(refus('SESSION_EXPIREE'));
  });

  const jetonDe = async (clientId: string): Promise<string> => {
    const response = await fetch(`${emetteur}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${SECRET}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    return /"access_token":"([^"]+)"/.exec(await response.text())?.[1] ?? '';
  };

  it('accepte le jeton d’un intégrateur, obtenu du fournisseur', async () => {
    const authorization = `Bearer ${await jetonDe('integrateur-de-test')}`;
    const reponse = await demander({ authorization });
    expect(reponse).toMatchObject({ statut: 200 });
    expect(reponse.appels).toBeGreaterThan(0);
  });

  it('le service d’une maison demande au nom de sa maison, avec ce que le fichier lui ouvre, jamais comme un agent', async () => {
    const authorization = `Bearer ${await jetonDe('service-region')}`;
    const reponse = await demander({ authorization });
    expect(reponse).toMatchObject({ statut: 200 });
    const transmis = parts.flatMap(({ appels }) => appels).at(-1)?.authorization ?? '';
    expect(decodeJwt(transmis.replace('Bearer ', ''))).toMatchObject({
      sub: 'service-region',
      nature: 'service',
      partenaire: 'region',
      roles: ['service'],
      scopes: ['protocole:lire', 'actes:lire'],
    });

    const session = await fetch(`${passerelle.adresse}/session`, { headers: { authorization } });
    expect(await session.text()).not.toContain('service-region');
    const registre = await fetch(`${passerelle.adresse}/registre/v1/etat`, {
      headers: { authorization },
    });
    expect(registre.ok).toBe(false);
    // Nor the other way round: whoever signs in under that name is nobody.
    const cookie = await passerelle.cookieDe('service-region');
    expect(await demander({ cookie })).toEqual(refus('NON_HABILITE', 403));
  });

  it('un jeton expiré, d’un autre émetteur, d’une autre audience, d’un autre type', async () => {
    const bearer = async (jeton: Promise<string>) => ({ authorization: `Bearer ${await jeton}` });
    expect((await demander(await bearer(unJeton()))).statut).toBe(200);
    const passe = Math.floor(Date.now() / 1000) - 60;
    expect(await demander(await bearer(unJeton({ exp: passe })))).toEqual(refus('JETON_EXPIRE'));
    expect(await demander(await bearer(unJeton({ iss: 'http://autre' })))).toEqual(
      refus('JETON_INVALIDE'),
    );
    expect(await demander(await bearer(unJeton({ aud: 'autre' })))).toEqual(
      refus('JETON_INVALIDE'),
    );
    expect(await demander(await bearer(unJeton({}, { typ: 'JWT' })))).toEqual(
      refus('JETON_INVALIDE'),
    );
    expect(await demander(await bearer(unJeton({ client_id: 'inconnu' })))).toEqual(
      refus('NON_HABILITE', 403),
    );
  });

  it('un jeton forgé : sans signature, signé d’une autre clé, ou de la clé publique prise pour un secret', async () => {
    const bon = await unJeton();
    const [, charge = ''] = bon.split('.');
    const entete = (h: object) => Buffer.from(JSON.stringify(h)).toString('base64url');
    const sansSignature = `${entete({ alg: 'none', typ: 'at+jwt' })}.${charge}.`;
    expect(await demander({ authorization: `Bearer ${sansSignature}` })).toEqual(
      refus('JETON_INVALIDE'),
    );
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const autreCle = await new SignJWT({ client_id: 'integrateur-de-test' })
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'cle-1' })
      .setIssuedAt()
      .setIssuer(emetteur)
      .setAudience(AUDIENCE)
      .setExpirationTime('5m')
      .sign(privateKey);
    expect(await demander({ authorization: `Bearer ${autreCle}` })).toEqual(
      refus('JETON_INVALIDE'),
    );
    const symetrique = await new SignJWT({ client_id: 'integrateur-de-test' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'cle-1' })
      .setIssuedAt()
      .setIssuer(emetteur)
      .setAudience(AUDIENCE)
      .setExpirationTime('5m')
      .sign(Buffer.from('la clé publique, par exemple, prise pour un secret'));
    expect(await demander({ authorization: `Bearer ${symetrique}` })).toEqual(
      refus('JETON_INVALIDE'),
    );
    expect(await demander({ authorization: `Bearer ${'x'.repeat(9_000)}` })).toEqual(
      refus('JETON_INVALIDE'),
    );
    expect(await demander({ authorization: 'Basic abc' })).toEqual(refus('JETON_INVALIDE'));
  });

  it('une requête avec le cookie mais venue d’un autre site', async () => {
    const cookie = await passerelle.cookieDe('agent-region');
    const venues: Record<string, string>[] = [
      { origin: 'https://mechant.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const venue of venues) {
      expect(await demander({ cookie, ...venue })).toEqual(refus('ORIGINE_REFUSEE', 403));
    }
  });
});

describe('fournisseur d’identité absent', () => {
  it('le dit, sans tenir un jeton pour mauvais, et garde les sessions ouvertes', async () => {
    const seule = await unePasserelle(parts, {
      emetteur: `http://127.0.0.1:${await freePort()}`,
    });
    const connexion = await fetch(`${seule.adresse}/connexion`, { redirect: 'manual' });
    expect(connexion.status).toBe(503);
    expect(await connexion.text()).toContain('FOURNISSEUR_INDISPONIBLE');
    const jeton = await seule.demander('{ engagements { code } }', {
      headers: { authorization: 'Bearer a.b.c' },
    });
    expect(jeton.statut).toBe(503);
    expect(jeton.errors?.[0]?.extensions.code).toBe('FOURNISSEUR_INDISPONIBLE');
    seule.changerHabilitations({
      agents: [
        {
          emetteur: seule.emetteur,
          sujet: 'agent-region',
          organisation: 'Conseil régional',
          fonction: 'chargé de mission',
          partenaire: 'region',
          roles: ['charge-de-mission'],
          territoire: null,
        },
      ],
      integrateurs: [],
    });
    expect((await seule.demander('{ engagements { code } }')).statut).toBe(200);
    await seule.arreter();
  });
});
