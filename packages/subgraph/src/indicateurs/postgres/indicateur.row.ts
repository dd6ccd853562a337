import type { CleTerritoire } from '../../territoires/index.js';
import type { ValeurPubliee } from '../domain/indicateur.js';
import { isMaille } from '../domain/valeur-id.js';

export const INDICATEUR_COLUMNS = `i.code, i.libelle, i.unite, i.nature, i.perimetre, i.methode,
  i.source, i.additif, i.compte_personnes AS "comptePersonnes",
  i.maille_minimale AS "mailleMinimale", i.dimensions,
  i.raison_maille AS "raisonMaille", i.attendu, i.cibles, i.ordre`;

export const VALEUR_COLUMNS = `m.indicateur, m.maille, m.territoire, m.periode,
  m.debut::text AS debut, m.fin::text AS fin, m.valeur, m.masque, m.calculee, m.manquants,
  m.maille_addition AS "mailleAddition", m.date_valeur::text AS "dateValeur", m.source,
  m.demonstration, t.version, t.publie_le AS "publieeLe", t.auteur`;

/** To be joined to every read of `m`: the version, the author and the instant of its table. */
export const TABLEAU_JOIN =
  'JOIN mesure_tableau t ON t.indicateur = m.indicateur AND t.periode = m.periode';

export interface ValeurRow extends Omit<ValeurPubliee, 'manquants'> {
  manquants: readonly string[];
}

export function toValeur(row: ValeurRow): ValeurPubliee {
  return { ...row, manquants: row.manquants.flatMap(toCle) };
}

/** `ARRONDISSEMENT/596` as it is stored. */
export function toCle(texte: string): readonly CleTerritoire[] {
  const [maille = '', code = ''] = texte.split('/');
  return isMaille(maille) && code !== '' ? [{ maille, code }] : [];
}
