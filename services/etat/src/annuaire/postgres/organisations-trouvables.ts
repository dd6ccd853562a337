import { type Trouvable, trouvableDeTable } from '@passerelle/subgraph';

const JOUR = /^\d{4}-\d{2}-\d{2}$/;

/** Organisations under any name that they bore, shown under that of the day. */
export function organisationsTrouvables(jourCourant: () => string): Trouvable {
  return {
    genre: 'ORGANISATION',
    trouver(sql, recherche, first) {
      const jour = jourCourant();
      if (!JOUR.test(jour)) throw new Error(`not a civil date: ${jour}`);
      return trouvableDeTable({
        genre: 'ORGANISATION',
        de: 'organisation o',
        code: 'o.id',
        cle: 'o.recherche_cle',
        titre: `coalesce((
          SELECT n.nom ->> 'nom' FROM jsonb_array_elements(o.noms) WITH ORDINALITY AS n (nom, rang)
          WHERE n.nom ->> 'du' <= '${jour}' ORDER BY n.rang DESC LIMIT 1), o.noms -> 0 ->> 'nom')`,
        sousTitre: `'Annuaire'`,
        chemin: ({ titre }) => `/annuaire?q=${encodeURIComponent(titre)}`,
        ordre: 'o.rang, o.nom_cle',
      }).trouver(sql, recherche, first);
    },
  };
}
