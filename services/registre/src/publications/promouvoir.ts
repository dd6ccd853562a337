import {
  COMMUN,
  type demandePromotionSchema,
  type ResultatPublication,
} from '@passerelle/publication';
import type { z } from 'zod';
import { registreError } from '../errors/registre-error.js';
import { type Appelant, parOf } from '../jetons/appelant.js';
import { editeurDe } from '../jetons/editeur-de.js';
import { exigerGenres } from './exiger-genres.js';
import { lotOf } from './lot-recu.js';
import { type MettreEnLigneLotDeps, mettreEnLigneLot } from './mettre-en-ligne-lot.js';
import { mettreEnLigneSchema } from './mettre-en-ligne-schema.js';
import { promouvoirCanari } from './promouvoir-canari.js';
import { readChannel } from './read-channel.js';

type DemandePromotionLue = z.infer<typeof demandePromotionSchema>;

/**
 * What recette serves goes to production, or a canary to everyone: judged again, against what the
 * channel serves.
 *
 * @throws RIEN_A_PROMOUVOIR
 */
export async function promouvoir(
  deps: MettreEnLigneLotDeps,
  appelant: Appelant,
  demande: DemandePromotionLue,
): Promise<ResultatPublication> {
  const { genre, lot, quoi, canal, commit = null } = demande;
  const editeur = editeurDe(appelant, demande.editeur);
  exigerGenres(appelant, [genre]);
  if ((lot === 'module') === (editeur === COMMUN)) throw registreError('RIEN_A_PROMOUVOIR');
  const mise = { canal, par: parOf(appelant), commit, evenement: 'PROMOTION' } as const;
  if (quoi === 'canari') {
    if (genre !== 'module' || lot !== 'module') throw registreError('RIEN_A_PROMOUVOIR');
    return promouvoirCanari(deps, mise, editeur);
  }
  if (canal !== 'production') {
    throw registreError('DEMANDE_INVALIDE', {
      message: 'canal : on promeut de recette vers production.',
    });
  }
  return genre === 'schema'
    ? promoteSchema(deps, mise, editeur)
    : promoteLot(deps, mise, { editeur, lot });
}

type Mise = Parameters<typeof mettreEnLigneSchema>[1];

async function promoteSchema(
  deps: MettreEnLigneLotDeps,
  mise: Mise,
  editeur: string,
): Promise<ResultatPublication> {
  const { sql } = deps;
  const recette = (await readChannel(deps, sql, 'recette')).vivant;
  const essaye = recette.sousGraphes.find((each) => each.partenaire === editeur);
  if (!essaye) throw registreError('RIEN_A_PROMOUVOIR');
  // The text is promoted, not the place: production keeps being served where it is.
  const production = (await readChannel(deps, sql, mise.canal)).vivant;
  const enLigne = production.sousGraphes.find((each) => each.partenaire === editeur) ?? essaye;
  const { url, fluxUrl, santeUrl } = enLigne;
  const { schema } = essaye;
  return mettreEnLigneSchema(deps, mise, { partenaire: editeur, schema, url, fluxUrl, santeUrl });
}

async function promoteLot(
  deps: MettreEnLigneLotDeps,
  mise: Mise,
  { editeur, lot }: { editeur: string; lot: DemandePromotionLue['lot'] },
): Promise<ResultatPublication> {
  const { sql, revisions } = deps;
  const { ensemble } = await readChannel(deps, sql, 'recette');
  const essaye =
    lot === 'module'
      ? ensemble.modules.find((each) => each.partenaire === editeur && each.cible === null)
      : ensemble[lot];
  if (!essaye) throw registreError('RIEN_A_PROMOUVOIR');
  const { fichiers: entrees } = await revisions.lot(sql, {
    editeur,
    lot,
    numero: essaye.revision,
  });
  const fichiers = [];
  for (const { chemin, empreinte } of entrees) {
    const contenu = await deps.fichiers.get(empreinte);
    if (contenu === null) throw new Error(`the file ${empreinte} is not in the store`);
    fichiers.push({ chemin, contenu });
  }
  return mettreEnLigneLot(deps, mise, { editeur, lot, cible: null, recu: lotOf(fichiers) });
}
