import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import {
  allowInsecureRequests,
  ClientSecretBasic,
  clientCredentialsGrant,
  discovery,
} from 'openid-client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Identite,
  INTEGRATEUR,
  PORTAIL,
  SERVICE,
  startIdentite,
} from './fixtures/start-identite.js';

const discover = (emetteur: string, clientId: string, secret: string) =>
  discovery(new URL(emetteur), clientId, undefined, ClientSecretBasic(secret), {
    execute: [allowInsecureRequests],
  });

describe.each(['RS256', 'EdDSA'] as const)('le jeton d’un intégrateur, signé en %s', (alg) => {
  let identite: Identite;

  beforeEach(async () => {
    identite = await startIdentite({ alg });
  });
  afterEach(() => identite.stop());

  test('est un JWT vérifiable, pour la plateforme, dix minutes', async () => {
    const config = await discover(identite.emetteur, INTEGRATEUR.clientId, INTEGRATEUR.secret);
    const tokens = await clientCredentialsGrant(config, { scope: 'protocole:lire:public' });
    const jwks = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri ?? ''));
    const { payload, protectedHeader } = await jwtVerify(tokens.access_token, jwks, {
      algorithms: [alg],
      issuer: identite.emetteur,
      audience: 'passerelle',
      typ: 'at+jwt',
    });
    expect(protectedHeader.alg).toBe(alg);
    expect(payload).toMatchObject({
      client_id: INTEGRATEUR.clientId,
      sub: INTEGRATEUR.clientId,
      scope: 'protocole:lire:public',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(600);
    expect(tokens.expires_in).toBe(600);
  });

  test('n’a que la portée publique, même s’il en demande d’autres', async () => {
    const config = await discover(identite.emetteur, INTEGRATEUR.clientId, INTEGRATEUR.secret);
    const tokens = await clientCredentialsGrant(config, {
      scope: 'protocole:lire:public protocole:lire region:contribution:modifier',
    });
    expect(decodeJwt(tokens.access_token)['scope']).toBe('protocole:lire:public');
  });
});

describe('le compte de service', () => {
  let identite: Identite;

  beforeEach(async () => {
    identite = await startIdentite();
  });
  afterEach(() => identite.stop());

  test('d’une maison dit qui il est ; ses droits ne viennent que des habilitations', async () => {
    const config = await discover(identite.emetteur, SERVICE.clientId, SERVICE.secret);
    const { access_token } = await clientCredentialsGrant(config, {
      scope: 'actes:lire protocole:lire',
    });
    const claims = decodeJwt(access_token);
    expect(claims).toMatchObject({ client_id: SERVICE.clientId, aud: 'passerelle' });
    expect(JSON.stringify(claims)).not.toContain('actes:lire');
  });

  test('est refusé avec un mauvais secret', async () => {
    const config = await discover(identite.emetteur, INTEGRATEUR.clientId, 'un-autre-secret');
    await expect(clientCredentialsGrant(config)).rejects.toMatchObject({ status: 401 });
  });

  test('n’est pas ouvert au portail', async () => {
    const config = await discover(identite.emetteur, PORTAIL.clientId, PORTAIL.secret);
    await expect(clientCredentialsGrant(config)).rejects.toMatchObject({
      status: 400,
    });
  });

  test('ne peut connecter personne', async () => {
    const url = new URL('/auth', identite.emetteur);
    url.search = new URLSearchParams({
      client_id: INTEGRATEUR.clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: PORTAIL.retour,
    }).toString();
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
  });
});
