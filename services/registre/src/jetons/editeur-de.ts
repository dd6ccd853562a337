import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from './appelant.js';

/**
 * In whose name this caller acts: its own house, whatever it says.
 *
 * @param nomme - the house named by the request, when it names one
 * @throws DROIT_INSUFFISANT when it is another's
 */
export function editeurDe(appelant: Appelant, nomme?: string): string {
  const { editeur } = appelant;
  if (editeur === null || (nomme !== undefined && nomme !== editeur)) {
    throw registreError('DROIT_INSUFFISANT', {
      message: `« ${parOf(appelant)} » ne peut rien faire au nom de « ${nomme ?? 'personne'} ».`,
    });
  }
  return editeur;
}
