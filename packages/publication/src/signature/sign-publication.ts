import { CompactSign, type CryptoKey } from 'jose';
import { type Publication, publicationSchema } from '../publication.js';

/** Header that keeps a token of another kind from ever passing for a publication. */
export const TYPE_DE_PUBLICATION = 'passerelle-publication+jws';

/**
 * A publication as it travels: a compact JWS (EdDSA) over its JSON text.
 *
 * @throws ZodError when it does not have the shape that gateways read
 */
export function signPublication(
  publication: Publication,
  cle: { readonly kid: string; readonly privateKey: CryptoKey },
): Promise<string> {
  const texte = JSON.stringify(publicationSchema.parse(publication));
  return new CompactSign(new TextEncoder().encode(texte))
    .setProtectedHeader({ alg: 'EdDSA', kid: cle.kid, typ: TYPE_DE_PUBLICATION })
    .sign(cle.privateKey);
}
