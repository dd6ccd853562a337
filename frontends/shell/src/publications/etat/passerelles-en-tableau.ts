import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import { heureDeParis } from '../commun/heure-de-paris.js';
import type { PasserelleVue } from '../registre/lire-etat.js';

/** @param numero - of the live publication */
export function passerellesEnTableau(
  passerelles: readonly PasserelleVue[],
  numero: number,
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Passerelle', largeur: 30 },
      { titre: 'Publication servie' },
      { titre: 'Publication en cours' },
      { titre: 'Connectée' },
      { titre: 'Vue le' },
      { titre: 'Heure (Paris)' },
      { titre: 'Alarme', largeur: 60 },
    ],
    lignes: passerelles.map(({ passerelle, numero: servi, connectee, vueLe, alarme }) => [
      passerelle,
      servi,
      numero,
      connectee,
      celluleJour(vueLe),
      heureDeParis(vueLe),
      alarme === null ? '' : `${alarme.code} ${alarme.message}`,
    ]),
  };
}
