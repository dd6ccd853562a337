import type { Partenaire } from '@passerelle/identity';
import { scopesOf } from '@passerelle/identity';
import type { Database } from '../../database/database.js';
import { destinataireOf, type SuiviReader } from '../../suivi/index.js';
import type { LecteurDeBloc } from '../domain/lecteur.js';

const MAX_LIGNES = 8;

/** What happened to what the agent follows, not read yet; from the house's own record. */
export function notificationsNonLues(deps: {
  maison: Partenaire;
  database: Database;
  reader: SuiviReader;
}): LecteurDeBloc {
  const { maison, database, reader } = deps;
  return {
    titre: 'Ce que vous suivez',
    async lire({ abonne }) {
      const { sujet, territoire } = abonne;
      const pour = destinataireOf(
        { sujet, territoire, scopes: scopesOf(abonne.roles, maison) },
        maison,
      );
      const session = database.readSession('systeme');
      try {
        const page = { first: MAX_LIGNES, after: null };
        const { rows, hasNextPage } = await reader.notifications(session, pour, page, true);
        return {
          lignes: rows.map(({ titre, auteur, chemin }) => ({
            texte: titre,
            detail: auteur || null,
            chemin,
          })),
          rien: rows.length === 0 ? 'Rien de nouveau sur ce que vous suivez.' : null,
          suite: hasNextPage ? { texte: 'Voir les suivantes', chemin: '/suivi' } : null,
        };
      } finally {
        await session.close();
      }
    },
  };
}
