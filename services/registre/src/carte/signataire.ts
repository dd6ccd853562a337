import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from '../jetons/appelant.js';
import type { Proposition } from './proposition.js';

/** Who may speak for a house about the map. */
export interface Signataire {
  readonly editeur: string;
  readonly par: string;
  /** Null for a token: it is nobody in particular. */
  readonly sujet: string | null;
}

/**
 * An administration token, or the house's holder or deputy as the map in force names them.
 *
 * @throws DROIT_INSUFFISANT
 */
export function signataireDe(
  appelant: Appelant,
  responsables: Proposition['responsables'],
): Signataire {
  const par = parOf(appelant);
  if (appelant.nature === 'jeton') return { editeur: appelant.editeur, par, sujet: null };
  const { editeur, sujet } = appelant;
  const siens =
    editeur !== null && Object.hasOwn(responsables, editeur) ? responsables[editeur] : undefined;
  if (editeur === null || (sujet !== siens?.titulaire && sujet !== siens?.suppleant)) {
    throw registreError('DROIT_INSUFFISANT', {
      message: `« ${par} » n’est ni titulaire ni suppléant de sa maison devant la carte.`,
      remede: 'Demandez à votre titulaire, ou à son suppléant.',
    });
  }
  return { editeur, par, sujet };
}
