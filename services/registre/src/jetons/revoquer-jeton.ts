import { COMMUN } from '@passerelle/publication';
import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from './appelant.js';
import type { CreerJetonDeps } from './creer-jeton.js';
import { findJeton, revokeJeton } from './jeton-store.js';

/**
 * Ends a token of one's own house; the root token, those of `commun`.
 *
 * @throws JETON_INCONNU for another's too: whose tokens exist is not told
 */
export async function revoquerJeton(
  { sql, journal, maintenant }: CreerJetonDeps,
  appelant: Appelant,
  id: string,
): Promise<void> {
  const isRacine = appelant.nature === 'jeton' && appelant.genre === 'racine';
  const editeur = isRacine ? COMMUN : appelant.editeur;
  await sql.transaction(async (tx) => {
    const found = await findJeton(tx, id);
    if (!found || found.jeton.editeur !== editeur) throw registreError('JETON_INCONNU');
    if (!(await revokeJeton(tx, id, maintenant()))) return;
    const { nom, genre } = found.jeton;
    await journal.append(tx, {
      evenement: 'JETON_REVOQUE',
      editeur,
      par: parOf(appelant),
      resume: `Jeton « ${nom} » (${genre}) révoqué.`,
      details: { id, nom, genre },
    });
  });
}
