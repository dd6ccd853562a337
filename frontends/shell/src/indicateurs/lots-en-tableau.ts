import {
  celluleJour,
  direPeriode,
  type LotRelu,
  nomPartenaire,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';

export function lotsEnTableau(
  partenaire: Partenaire,
  indicateur: string,
  lots: readonly LotRelu[],
): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Maison' },
      { titre: 'Indicateur', largeur: 28 },
      { titre: 'Import' },
      { titre: 'Publié le' },
      { titre: 'Par', largeur: 40 },
      { titre: 'Périodes', largeur: 30 },
      { titre: 'Cases' },
      { titre: 'Sources', largeur: 40 },
      { titre: 'État', largeur: 24 },
      { titre: 'Démonstration' },
    ],
    lignes: lots.map((lot) => [
      nomPartenaire(partenaire),
      indicateur,
      lot.lot,
      celluleJour(lot.faitLe),
      lot.auteur,
      lot.periodes.map(direPeriode).join(', '),
      lot.cases,
      lot.sources.join(' ; '),
      direEtat(lot),
      lot.demonstration,
    ]),
  };
}

/** What became of it, in the words of the page. */
export function direEtat({ annule, annulable }: LotRelu): string {
  if (annule) return 'annulé';
  return annulable ? 'en place' : 'remplacé depuis';
}
