import { loadTerritoires, type Territoire } from '@passerelle/reference-data';
import { hacher } from '../hasard/aleatoire.js';
import type { Partenaire } from '../partenaire.js';
import type { MesureDemonstration, ModaliteDemonstration } from './mesure-demonstration.js';
import { repartir } from './repartir.js';

const GRAINE = 'indicateurs-2023-12-15';
const SOURCE = 'Valeur de démonstration, répartie selon la population';
const SOURCE_TAUX = 'Valeur de démonstration, tirée au sort autour d’un ordre de grandeur';

/** A count spread over the arrondissements, whose sum is exactly the figure of the region. */
interface Reparti {
  readonly indicateur: string;
  readonly periode: string;
  readonly dateValeur: string;
  readonly region: number;
  readonly dimensions: readonly ('SEXE' | 'AGE' | 'ZONE')[];
}

const REPARTIS: Readonly<Record<Partenaire, readonly Reparti[]>> = {
  etat: [
    {
      indicateur: 'apprentis',
      periode: '2022',
      dateValeur: '2022-12-31',
      region: 86_000,
      dimensions: ['SEXE', 'AGE'],
    },
  ],
  region: [
    {
      indicateur: 'entrees-formation',
      periode: '2023',
      dateValeur: '2023-06-09',
      region: 70_000,
      dimensions: ['SEXE', 'AGE', 'ZONE'],
    },
    {
      indicateur: 'entrees-prf',
      periode: '2022',
      dateValeur: '2022-12-31',
      region: 67_423,
      dimensions: ['SEXE', 'AGE', 'ZONE'],
    },
  ],
  'pole-emploi': [
    { trimestre: '2022-T3', fin: '2022-09-30', region: 516_530 },
    { trimestre: '2022-T4', fin: '2022-12-31', region: 514_720 },
    { trimestre: '2023-T1', fin: '2023-03-31', region: 513_940 },
    { trimestre: '2023-T2', fin: '2023-06-30', region: 512_610 },
    { trimestre: '2023-T3', fin: '2023-09-30', region: 511_880 },
  ]
    .map(
      ({ trimestre, fin, region }): Reparti => ({
        indicateur: 'demandeurs-abc',
        periode: trimestre,
        dateValeur: fin,
        region,
        dimensions: ['SEXE', 'AGE', 'ZONE'],
      }),
    )
    .concat(
      [
        { mois: '2023-10', fin: '2023-10-31', region: 2_310 },
        { mois: '2023-11', fin: '2023-11-30', region: 2_164 },
      ].map(
        ({ mois, fin, region }): Reparti => ({
          indicateur: 'immersions',
          periode: mois,
          dateValeur: fin,
          region,
          dimensions: ['SEXE', 'AGE', 'ZONE'],
        }),
      ),
    ),
};

const PARTS: Readonly<
  Record<'SEXE' | 'AGE' | 'ZONE', readonly (readonly [ModaliteDemonstration, number])[]>
> = {
  SEXE: [
    ['FEMMES', 0.5],
    ['HOMMES', 0.5],
  ],
  AGE: [
    ['MOINS_DE_25_ANS', 0.17],
    ['DE_25_A_49_ANS', 0.57],
    ['A_PARTIR_DE_50_ANS', 0.26],
  ],
  ZONE: [
    ['QPV', 0.22],
    ['RURAL', 0.28],
    ['AUTRE_ZONE', 0.5],
  ],
};

/**
 * What the demonstration adds to the facts: a value per arrondissement where the sources give only
 * the region, its breakdowns, and quarters of the unemployment rate. All of it marked.
 *
 * Sums are exact: the arrondissements make the region's figure, the breakdowns make each total.
 * A region that is a fact keeps its own value; where there is none, the sum is made by the service.
 *
 * @throws {RegionInconnue} when the COG has no such region
 */
export function indicateursDemonstration(
  partenaire: Partenaire,
  region: string,
): MesureDemonstration[] {
  const { arrondissements } = loadTerritoires(region);
  if (arrondissements.length === 0) return [];
  const repartis = REPARTIS[partenaire].flatMap((un) => reparti(un, arrondissements));
  return partenaire === 'pole-emploi' ? [...repartis, ...taux(arrondissements, region)] : repartis;
}

function reparti(un: Reparti, lieux: readonly Territoire[]): MesureDemonstration[] {
  const poids = lieux.map(
    ({ code, population }) =>
      (population ?? 1) * (0.8 + 0.4 * hacher(`${GRAINE}|${un.indicateur}|${code}`)),
  );
  const totaux = repartir(un.region, poids);
  return lieux.flatMap(({ code, maille }, rang) => {
    const total = totaux[rang] ?? 0;
    const base = {
      indicateur: un.indicateur,
      maille,
      territoire: code,
      periode: un.periode,
      dateValeur: un.dateValeur,
      source: SOURCE,
      demonstration: true,
    };
    return [
      { ...base, dimension: null, modalite: null, valeur: total },
      ...un.dimensions.flatMap((dimension) => {
        const parts = PARTS[dimension];
        const valeurs = repartir(
          total,
          parts.map(
            ([modalite, part]) =>
              part * (0.5 + hacher(`${GRAINE}|${un.indicateur}|${code}|${modalite}`)),
          ),
        );
        return parts.map(([modalite], index) => ({
          ...base,
          dimension,
          modalite,
          valeur: valeurs[index] ?? 0,
        }));
      }),
    ];
  });
}

const TRIMESTRES_TAUX = [
  { periode: '2022-T3', dateValeur: '2022-09-30', region: 9.0 },
  { periode: '2022-T4', dateValeur: '2022-12-31', region: 8.9 },
  { periode: '2023-T1', dateValeur: '2023-03-31', region: 8.8 },
  { periode: '2023-T2', dateValeur: '2023-06-30', region: 8.9 },
  { periode: '2023-T3', dateValeur: '2023-09-30', region: 9.0 },
] as const;

/** Quarters before the demonstration's day, for which no source was read: drawn, and marked. */
function taux(lieux: readonly Territoire[], region: string): MesureDemonstration[] {
  return TRIMESTRES_TAUX.flatMap(({ periode, dateValeur, region: moyen }) => {
    const base = {
      indicateur: 'taux-chomage',
      periode,
      dimension: null,
      modalite: null,
      dateValeur,
      source: SOURCE_TAUX,
      demonstration: true,
    };
    return [
      { ...base, maille: 'REGION' as const, territoire: region, valeur: moyen },
      ...lieux.map(({ code, maille }) => ({
        ...base,
        maille,
        territoire: code,
        valeur: Math.round((moyen + 5 * (hacher(`${GRAINE}|taux|${code}`) - 0.5)) * 10) / 10,
      })),
    ];
  });
}
