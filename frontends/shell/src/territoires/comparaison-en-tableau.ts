import {
  celluleJour,
  direPeriode,
  nAPasRepondu,
  nomPartenaire,
  type TableauAExporter,
  type ValeurDuTerritoire,
} from '@passerelle/portal-kit';
import type { Partenaire } from '@passerelle/portal-ui';
import { MASQUE_EN_FICHIER } from '../indicateurs/masque-en-fichier.js';
import { rapprocher } from './rapprocher.js';

export interface ComparaisonLue {
  partenaire: Partenaire;
  /** Null: the house did not answer. */
  valeurs: {
    a: readonly ValeurDuTerritoire[];
    b: readonly ValeurDuTerritoire[];
  } | null;
}

/** The same indicators for two territories, house by house; each keeps its period and its source. */
export function comparaisonEnTableau(
  noms: { a: string; b: string },
  comparaisons: readonly ComparaisonLue[],
): TableauAExporter {
  const colonnesDe = (nom: string) => [
    { titre: `${nom} : valeur`, largeur: 20 },
    { titre: `${nom} : masqué` },
    { titre: `${nom} : période`, largeur: 20 },
    { titre: `${nom} : arrêté au` },
    { titre: `${nom} : somme incomplète` },
    { titre: `${nom} : source`, largeur: 36 },
    { titre: `${nom} : démonstration` },
  ];
  const lues = comparaisons.flatMap(({ partenaire, valeurs }) =>
    valeurs === null
      ? []
      : rapprocher(valeurs.a, valeurs.b).map((ligne) => ({ partenaire, ...ligne })),
  );
  return {
    colonnes: [
      { titre: 'Maison' },
      { titre: 'Indicateur', largeur: 50 },
      { titre: 'Unité' },
      ...colonnesDe(noms.a),
      ...colonnesDe(noms.b),
      { titre: 'Périmètre', largeur: 44 },
      { titre: 'Méthode', largeur: 60 },
    ],
    lignes: lues.map(({ partenaire, a, b }) => {
      const indicateur = (a ?? b)?.indicateur;
      return [
        nomPartenaire(partenaire),
        indicateur?.libelle ?? '',
        indicateur?.unite ?? '',
        ...cellulesDe(a),
        ...cellulesDe(b),
        indicateur?.perimetre ?? '',
        indicateur?.methode ?? '',
      ];
    }),
    remarques: [
      'Deux périodes différentes ne se comparent pas.',
      ...(lues.some(({ a, b }) => a?.masque || b?.masque) ? [MASQUE_EN_FICHIER] : []),
      ...comparaisons.flatMap(({ partenaire, valeurs }) =>
        valeurs === null ? [nAPasRepondu(partenaire)] : [],
      ),
    ],
  };
}

function cellulesDe(lue: ValeurDuTerritoire | null): TableauAExporter['lignes'][number] {
  if (lue === null) return [null, null, 'non communiqué', null, null, '', null];
  return [
    lue.masque ? null : (lue.valeur ?? null),
    lue.masque,
    direPeriode(lue.periode),
    celluleJour(lue.dateValeur),
    lue.manquants.length > 0,
    lue.source,
    lue.demonstration,
  ];
}
