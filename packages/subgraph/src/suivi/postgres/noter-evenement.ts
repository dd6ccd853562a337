import type { Partenaire } from '@passerelle/identity';
import type { Reaction } from '../../actes/domain/acte.js';
import { jourAParis } from '../../app/jour-courant.js';
import { evenementOf, NATURES_SUIVIES } from '../domain/evenement.js';

/**
 * An act, this house's or another's, noted for who follows what it speaks of; once.
 *
 * @param jour - the current civil day, Europe/Paris
 */
export function reactionsDuSuivi(
  maison: Partenaire,
  jour: () => string,
): Readonly<Record<string, Reaction>> {
  const noter: Reaction = async (acte, sql) => {
    // An act is told under the name of its own day, which the present of the data closes.
    const [le = ''] = [jourAParis(new Date(acte.faitLe)), jour()].toSorted();
    const evenement = evenementOf(acte, maison, le);
    if (evenement === null) return;
    const { source, partenaire, titre, chemin, auteur, survenuLe, droit, territoire, sujets } =
      evenement;
    await sql.query(
      `WITH e AS (
         INSERT INTO evenement (source, partenaire, titre, chemin, auteur, survenu_le, droit,
           territoire)
         VALUES ($1, $2, $3, $4, $5, $6::timestamptz, $7, $8)
         ON CONFLICT (source) DO NOTHING
         RETURNING id)
       INSERT INTO evenement_sujet (genre, cle, evenement)
       SELECT s.genre, s.cle, e.id FROM e, unnest($9::text[], $10::text[]) AS s (genre, cle)
       ON CONFLICT DO NOTHING`,
      [
        source,
        partenaire,
        titre,
        chemin,
        auteur,
        survenuLe,
        droit,
        territoire,
        sujets.map(({ genre }) => genre),
        sujets.map(({ cle }) => cle),
      ],
    );
  };
  return Object.fromEntries(NATURES_SUIVIES.map((nature) => [nature, noter]));
}
