import {
  type CarnetLu,
  celluleJour,
  type GenreSuivi,
  type NotificationLue,
  nomPartenaire,
  partenaireDuGraphe,
  type TableauAExporter,
} from '@passerelle/portal-kit';

export const GENRES: Readonly<Record<GenreSuivi, string>> = {
  ENGAGEMENT: 'Engagement',
  INSTANCE: 'Instance',
  SEANCE: 'Séance',
  DECISION: 'Décision',
  FICHE: 'Fiche action',
  TERRITOIRE: 'Territoire',
  INDICATEUR: 'Indicateur',
};

/** @param origine - of the portal, so that a link of the file opens the very thing */
export function notificationsEnTableau(
  notifications: readonly NotificationLue[],
  origine: string,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Le' },
      { titre: 'Ce qui est arrivé', largeur: 70 },
      { titre: 'Maison' },
      { titre: 'Par', largeur: 40 },
      { titre: 'Pourquoi', largeur: 18 },
      { titre: 'Lue' },
      { titre: 'Adresse', largeur: 50 },
    ],
    lignes: notifications.map(({ survenuLe, titre, partenaire, auteur, motif, lue, chemin }) => [
      celluleJour(survenuLe),
      titre,
      nomPartenaire(partenaireDuGraphe(partenaire)),
      auteur,
      motif === 'ROLE' ? 'pour votre rôle' : 'vous suivez',
      lue,
      new URL(chemin, origine).href,
    ]),
  };
}

export function suivisEnTableau(
  suivis: readonly CarnetLu['suivis']['nodes'][number][],
  origine: string,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Genre', largeur: 18 },
      { titre: 'Clé', largeur: 40 },
      { titre: 'Depuis le' },
      { titre: 'Adresse', largeur: 50 },
    ],
    lignes: suivis.map(({ genre, cle, depuis, chemin }) => [
      GENRES[genre],
      cle,
      celluleJour(depuis),
      new URL(chemin, origine).href,
    ]),
  };
}
