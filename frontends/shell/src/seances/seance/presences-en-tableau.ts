import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import type { SeanceEntiereFragment } from '../../generated/graphql.js';
import { nomDInstance } from '../libelles.js';

/** Who sat, who signs, who votes: functions and organisations, never names. */
export function presencesEnTableau({
  instance,
  jour,
  presences,
  demonstration,
}: Pick<
  SeanceEntiereFragment,
  'instance' | 'jour' | 'presences' | 'demonstration'
>): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Instance', largeur: 36 },
      { titre: 'Séance' },
      { titre: 'Fonction', largeur: 50 },
      { titre: 'Organisation', largeur: 40 },
      { titre: 'Présence', largeur: 18 },
      { titre: 'Signataire' },
      { titre: 'Voix délibérative' },
      { titre: 'Source', largeur: 30 },
    ],
    lignes: presences.map(({ fonction, organisation, present, signataire, voix }) => [
      nomDInstance(instance),
      celluleJour(jour),
      fonction,
      organisation,
      present ? 'présent' : 'absent ou excusé',
      signataire,
      voix ?? null,
      demonstration ? 'État, donnée de démonstration' : 'État',
    ]),
  };
}
