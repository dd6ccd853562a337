import { ROLES } from '@passerelle/identity';
import type { Cible } from '@passerelle/publication';
import { registreError } from '../errors/registre-error.js';
import type { CandidatLot } from '../verification/index.js';

const CONNUS: ReadonlySet<string> = new Set(ROLES);

/**
 * A canary must be able to reach someone: nobody would see, or report, the failures of the others.
 *
 * @throws DEMANDE_INVALIDE
 */
export function checkCible(lot: CandidatLot['lot'], { roles, organisations }: Cible): void {
  if (lot !== 'module') {
    throw registreError('DEMANDE_INVALIDE', { message: 'Seul un module se publie en canari.' });
  }
  if (roles.length + organisations.length === 0) {
    throw registreError('DEMANDE_INVALIDE', {
      message: 'cible : nommez au moins un rôle ou une organisation.',
    });
  }
  const inconnu = roles.find((role) => !CONNUS.has(role));
  if (inconnu === undefined) return;
  throw registreError('DEMANDE_INVALIDE', {
    message: `cible : le rôle « ${inconnu} » n’existe pas, personne ne verrait ce canari.`,
    remede: `Nommez un rôle d’agent : ${ROLES.join(', ')}.`,
  });
}
