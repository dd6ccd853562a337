import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from '../jetons/appelant.js';

/**
 * A token of one kind conducts what it names, and nothing else of its house.
 *
 * @throws DROIT_INSUFFISANT
 */
export function exigerGenres(appelant: Appelant, genres: readonly ('schema' | 'module')[]): void {
  if (appelant.nature !== 'jeton') return;
  const { genre } = appelant;
  const autre = genres.find((each) => genre !== 'administration' && genre !== each);
  if (autre === undefined) return;
  throw registreError('DROIT_INSUFFISANT', {
    message: `« ${parOf(appelant)} » est un jeton « ${genre} » : il ne conduit pas « ${autre} ».`,
    remede: 'Nommez le genre de ce jeton seulement, ou utilisez un jeton d’administration.',
  });
}
