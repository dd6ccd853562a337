import { type Canal, type Publication, publicationSchema } from '@passerelle/publication';
import { decodeJwt } from 'jose';
import { echecLocal, SORTIE } from '../echec.js';
import type { Registre } from '../registre/registre.js';

/** What is deployed, as the registry gives it to whoever may read it. */
export interface PublicationVive {
  readonly publication: Publication;
  readonly etag: string | null;
}

/**
 * @param connue - the one that we have: nothing is sent again when it is still live
 * @returns null when it is
 */
export async function lirePublicationVive(
  registre: Registre,
  canal: Canal,
  connue: PublicationVive | null,
): Promise<PublicationVive | null> {
  const reponse = await registre.telecharger('/v1/publications/courante', {
    parametres: { canal },
    entetes: connue?.etag ? { 'if-none-match': connue.etag } : {},
  });
  if (reponse.status === 304) return null;
  const texte = await reponse.text();
  if (reponse.status === 404) {
    throw echecLocal(
      SORTIE.USAGE,
      'ESSAI_IMPOSSIBLE',
      `Rien n’est publié sur le canal ${canal} : il n’y a pas de graphe devant lequel essayer.`,
    );
  }
  const lue = publicationSchema.safeParse(reponse.ok ? chargeDe(texte) : null);
  if (!lue.success) {
    throw echecLocal(
      SORTIE.REGISTRE,
      'REPONSE_INATTENDUE',
      `${registre.adresse} a répondu ${reponse.status} quand on lui a demandé la publication de ${canal}.`,
      reponse.status === 401 || reponse.status === 403
        ? 'Vérifiez PASSERELLE_JETON : un jeton du partenaire suffit.'
        : '',
    );
  }
  return { publication: lue.data, etag: reponse.headers.get('etag') };
}

// The signature is not checked: it is signed again, for this machine alone, with another key.
function chargeDe(jws: string): unknown {
  try {
    return decodeJwt(jws);
  } catch {
    // Not a token: said by the schema that reads it next.
    return null;
  }
}
