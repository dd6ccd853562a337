import type { TableauAExporter } from '@passerelle/portal-kit';
import type { SeanceListeeFragment } from '../../generated/graphql.js';
import { horaireDe } from '../heures.js';
import { nomDInstance, STATUTS_SEANCE } from '../libelles.js';

const ENTETES = ['Jour', 'Horaire', 'Instance', 'Territoire', 'Objet', 'Lieu', 'État', 'Source'];

/** Sessions as a file takes them, one a row. */
export function enTableau(seances: readonly SeanceListeeFragment[]): TableauAExporter {
  return {
    colonnes: ENTETES.map((titre) => ({ titre })),
    lignes: seances.map((seance) => [
      { jour: seance.jour },
      horaireDe(seance.debut ?? null, seance.fin ?? null),
      nomDInstance(seance.instance),
      seance.instance.territoire.nom,
      seance.objet ?? '',
      seance.lieu ?? '',
      STATUTS_SEANCE[seance.statut],
      seance.demonstration ? 'État, donnée de démonstration' : 'État',
    ]),
  };
}
