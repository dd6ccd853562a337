import { createServer } from 'node:http';
import { listen } from '@passerelle/bench/processes';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** An identity provider for applications alone: as many as a scenario needs, without their limits. */
export interface Issuer {
  readonly adresse: string;
  /** An access token of this application, good for a day. */
  token(clientId: string): Promise<string>;
  stop(): Promise<void>;
}

const ALGORITHM = 'EdDSA';
const KID = 'chaos';

export async function startIssuer(): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519' });
  const jwks = {
    keys: [{ ...(await exportJWK(publicKey)), kid: KID, alg: ALGORITHM, use: 'sig' }],
  };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url === '/jwks' ? jwks : metadata()));
  });
  const adresse = `http://127.0.0.1:${await listen(server)}`;
  const metadata = (): object => ({
    issuer: adresse,
    jwks_uri: `${adresse}/jwks`,
    authorization_endpoint: `${adresse}/auth`,
    token_endpoint: `${adresse}/token`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [ALGORITHM],
  });
  return {
    adresse,
    token: (clientId) =>
      new SignJWT({ client_id: clientId })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: KID })
        .setIssuer(adresse)
        .setAudience('passerelle')
        .setSubject(clientId)
        .setIssuedAt()
        .setExpirationTime('1d')
        .sign(privateKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
