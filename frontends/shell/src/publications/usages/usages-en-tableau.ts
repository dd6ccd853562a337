import { celluleJour, type TableauAExporter } from '@passerelle/portal-kit';
import { heureDeParis } from '../commun/heure-de-paris.js';
import type { ChampUtilise, OperationVue } from '../registre/lire-usages.js';

/** One row per field and client. */
export function champsEnTableau(champs: readonly ChampUtilise[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Coordonnée', largeur: 44 },
      { titre: 'Client', largeur: 30 },
      { titre: 'Version' },
      { titre: 'Envois du champ' },
      { titre: 'Dernière fois' },
      { titre: 'Heure (Paris)' },
    ],
    lignes: champs.flatMap(({ coordonnee, clients, nombre, derniereFoisLe }) =>
      clients.map(({ client, version }) => [
        coordonnee,
        client,
        version === '-' ? 'sans version' : version,
        nombre,
        celluleJour(derniereFoisLe),
        heureDeParis(derniereFoisLe),
      ]),
    ),
    remarques: [ECHANTILLON],
  };
}

export function operationsEnTableau(operations: readonly OperationVue[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Opération', largeur: 36 },
      { titre: 'Client', largeur: 30 },
      { titre: 'Version' },
      { titre: 'Envois' },
      { titre: 'Première fois' },
      { titre: 'Dernière fois' },
      { titre: 'Empreinte', largeur: 44 },
      { titre: 'Texte', largeur: 80 },
    ],
    lignes: operations.map((operation) => [
      operation.nom ?? 'sans nom',
      operation.client,
      operation.version === '-' ? 'sans version' : operation.version,
      operation.nombre,
      celluleJour(operation.premiereFoisLe),
      celluleJour(operation.derniereFoisLe),
      operation.empreinte,
      operation.document,
    ]),
    remarques: [
      ECHANTILLON,
      'Le registre en donne un nombre limité : choisissez un champ pour voir celles qui le demandent.',
    ],
  };
}

const ECHANTILLON =
  'Échantillon des opérations relevées par les passerelles, sans leurs variables.';
