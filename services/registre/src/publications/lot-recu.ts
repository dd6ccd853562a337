import {
  empreinteOf,
  type FichierDeLot,
  integriteOf,
  LIMITES_DE_LOT,
} from '@passerelle/publication';
import { registreError } from '../errors/registre-error.js';
import { identiteDeLot } from '../revisions/revision.js';

/** A bundle as received, with what the registry itself works out of its bytes. */
export interface LotRecu {
  readonly fichiers: readonly { readonly chemin: string; readonly contenu: Uint8Array }[];
  readonly entrees: readonly FichierDeLot[];
  /** What it holds: the same for the same files. */
  readonly empreinte: string;
}

/** @throws DEMANDE_INVALIDE, CORPS_TROP_GRAND naming the file */
export function decodeLot(envoyes: readonly { chemin: string; contenu: string }[]): LotRecu {
  let octets = 0;
  const fichiers = envoyes.map(({ chemin, contenu: texte }) => {
    const contenu = Buffer.from(texte, 'base64');
    if (contenu.toString('base64').replace(/=+$/, '') !== texte.replace(/=+$/, '')) {
      throw registreError('DEMANDE_INVALIDE', { message: `« ${chemin} » n’est pas en base64.` });
    }
    octets += contenu.length;
    if (contenu.length > LIMITES_DE_LOT.octetsParFichier || octets > LIMITES_DE_LOT.octets) {
      throw registreError('CORPS_TROP_GRAND', {
        message: `Le lot est trop grand (« ${chemin} »).`,
      });
    }
    return { chemin, contenu };
  });
  return lotOf(fichiers);
}

export function lotOf(fichiers: LotRecu['fichiers']): LotRecu {
  const entrees = fichiers.map(({ chemin, contenu }) => ({
    chemin,
    taille: contenu.length,
    empreinte: empreinteOf(contenu),
    integrite: integriteOf(contenu),
  }));
  return { fichiers, entrees, empreinte: identiteDeLot(entrees) };
}
