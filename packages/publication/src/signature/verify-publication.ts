import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import type { Canal } from '../codes.js';
import { type Publication, publicationSchema } from '../publication.js';
import { PublicationRefusee } from './refusal.js';
import { TYPE_DE_PUBLICATION } from './sign-publication.js';
import type { Trousseau } from './trousseau.js';

/**
 * Reads a signed publication, or refuses it.
 *
 * @param attendu.dernierNumero - number served now; an equal or lower one is refused as
 *   `PUBLICATION_PERIMEE` (a rollback has a new number); null accepts any
 * @throws PublicationRefusee
 */
export async function verifyPublication(
  jws: string,
  trousseau: Trousseau,
  attendu: { canal: Canal; dernierNumero: number | null },
): Promise<Publication> {
  const texte = await verifiedText(jws, trousseau);
  const publication = readPublicationJson(texte);
  if (publication.canal !== attendu.canal) {
    throw new PublicationRefusee(
      'CANAL_DIFFERENT',
      `Publication du canal ${publication.canal}, attendue sur ${attendu.canal}.`,
    );
  }
  if (attendu.dernierNumero !== null && publication.numero <= attendu.dernierNumero) {
    throw new PublicationRefusee(
      'PUBLICATION_PERIMEE',
      `Publication ${publication.numero} reçue alors que la ${attendu.dernierNumero} est servie.`,
    );
  }
  return publication;
}

async function verifiedText(jws: string, trousseau: Trousseau): Promise<string> {
  let entete: ReturnType<typeof decodeProtectedHeader>;
  try {
    entete = decodeProtectedHeader(jws);
  } catch (cause) {
    throw new PublicationRefusee('PUBLICATION_NON_SIGNEE', 'Ce texte n’est pas signé.', { cause });
  }
  const cle = trousseau.keys.find(({ kid }) => kid === entete.kid);
  if (cle === undefined) {
    throw new PublicationRefusee('CLE_INCONNUE', 'La clé de signature n’est pas au trousseau.');
  }
  try {
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(cle, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    if (protectedHeader.typ !== TYPE_DE_PUBLICATION) throw new Error('type');
    return new TextDecoder('utf-8', { fatal: true }).decode(payload);
  } catch (cause) {
    throw new PublicationRefusee('SIGNATURE_INVALIDE', 'La signature ne correspond pas.', {
      cause,
    });
  }
}

function readPublicationJson(texte: string): Publication {
  let json: unknown;
  try {
    json = JSON.parse(texte);
  } catch (cause) {
    throw new PublicationRefusee('PUBLICATION_ILLISIBLE', 'Ce n’est pas du JSON.', { cause });
  }
  const lu = publicationSchema.safeParse(json);
  if (lu.success) return lu.data;
  const problemes = lu.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join(' ; ');
  throw new PublicationRefusee('PUBLICATION_ILLISIBLE', `Publication mal formée : ${problemes}`);
}
