import { celluleJour, nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import type { SituationListeeFragment } from '../generated/graphql.js';

const HEURE = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris',
});

/** Frozen states as a file takes them; each one's own content is exported from its page. */
export function situationsEnTableau(
  situations: readonly SituationListeeFragment[],
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Identifiant' },
      { titre: 'Arrêté', largeur: 44 },
      { titre: 'État au' },
      { titre: 'Arrêté par', largeur: 36 },
      { titre: 'Signé le' },
      { titre: 'Heure (Paris)' },
      { titre: 'Maisons absentes', largeur: 24 },
      { titre: 'Empreinte', largeur: 70 },
      { titre: 'Maison' },
      { titre: 'Démonstration' },
    ],
    lignes: situations.map((situation) => [
      situation.id,
      situation.titre,
      celluleJour(situation.le),
      situation.auteur,
      celluleJour(situation.arreteeLe),
      HEURE.format(new Date(situation.arreteeLe)),
      situation.manquants.length === 0 ? 'aucune' : situation.manquants.join(', '),
      situation.empreinte,
      nomPartenaire('etat'),
      situation.demonstration,
    ]),
  };
}
