import type { Partenaire } from '../partenaire.js';
import type { MesureDemonstration } from './mesure-demonstration.js';

type Fait = readonly [
  indicateur: string,
  territoire: 'REGION/32' | 'DEPARTEMENT/59',
  periode: string,
  valeur: number,
  dateValeur: string,
  source: string,
];

const HAUTS_DE_FRANCE = '32';
const STATISTIQUE_T3_2023 = 'pole-emploi.org, publication du 25 octobre 2023';
const BMO_2023 = 'Enquête BMO 2023, lue sur c2rp.fr (node/15880)';

/**
 * Published figures with the source that gives them. A source that only the press repeats says so.
 * The day is the last of the period, but for what is declared for a year to come.
 */
const FAITS: Readonly<Record<Partenaire, readonly Fait[]>> = {
  etat: [
    ['apprentis', 'REGION/32', '2022', 86_000, '2022-12-31', 'insee.fr 8660325'],
    ['emploi-salarie', 'REGION/32', '2023-T3', 2_131_600, '2023-09-30', 'insee.fr 7727675'],
    ['creations-entreprises', 'REGION/32', '2022', 66_425, '2022-12-31', 'latribune.fr (presse)'],
    [
      'etablissements-employeurs',
      'DEPARTEMENT/59',
      '2020',
      54_273,
      '2020-12-31',
      'INSEE, dossier du département du Nord',
    ],
    ['jeunes-missions-locales', 'REGION/32', '2019', 121_781, '2019-12-31', 'arefie.org'],
  ],
  region: [
    [
      'entrees-formation',
      'REGION/32',
      '2023',
      70_000,
      '2023-06-09',
      'Communiqué de presse du 9 juin 2023 : « près de 70 000 » chaque année, tous financeurs',
    ],
    ['entrees-prf', 'REGION/32', '2022', 67_423, '2022-12-31', 'c2rp.fr, chiffres clés 2022'],
    ['objectif-prf', 'REGION/32', '2022', 65_000, '2022-12-31', 'c2rp.fr, chiffres clés 2022'],
    [
      'part-certifiante-tension',
      'REGION/32',
      '2022',
      87,
      '2022-12-31',
      'c2rp.fr, chiffres clés 2022',
    ],
    [
      'accueils-prochemploi',
      'REGION/32',
      '2025',
      16_000,
      '2025-12-31',
      'lhemicycle.com, article de 2025 : « plus de 16 000 »',
    ],
    ['budget-emploi-formation', 'REGION/32', '2023', 377, '2023-01-01', 'aefinfo.fr'],
    ['budget-formation', 'REGION/32', '2024', 329, '2024-01-01', 'Presse de la formation'],
    ['budget-formation', 'REGION/32', '2025', 306, '2025-01-01', 'lhemicycle.com'],
  ],
  'pole-emploi': [
    ['taux-chomage', 'REGION/32', '2024-T4', 8.7, '2024-12-31', 'insee.fr 8385000'],
    [
      'taux-chomage',
      'REGION/32',
      '2024',
      9.2,
      '2024-12-31',
      'jnews.fr (presse, trimestre non précisé) ; préférer l’INSEE',
    ],
    ['demandeurs-abc', 'REGION/32', '2023-T3', 511_880, '2023-09-30', STATISTIQUE_T3_2023],
    ['demandeurs-longue-duree', 'REGION/32', '2023-T3', 226_100, '2023-09-30', STATISTIQUE_T3_2023],
    [
      'demandeurs-abcde',
      'REGION/32',
      '2024-T4',
      593_930,
      '2024-12-31',
      'dataemploi.francetravail.fr',
    ],
    [
      'demandeurs-perimetre-non-dit',
      'DEPARTEMENT/59',
      '2022',
      237_430,
      '2022-12-31',
      'lagazettefrance.fr (presse)',
    ],
    [
      'inscriptions-douze-mois',
      'REGION/32',
      '2022-T4',
      563_770,
      '2022-12-31',
      'dataemploi.pole-emploi.fr',
    ],
    [
      'offres-douze-mois',
      'REGION/32',
      '2022-T4',
      747_990,
      '2022-12-31',
      'dataemploi.pole-emploi.fr',
    ],
    [
      'offres-douze-mois',
      'DEPARTEMENT/59',
      '2023-T3',
      397_590,
      '2023-09-30',
      'dataemploi.pole-emploi.fr (DEP/59)',
    ],
    ['embauches', 'REGION/32', '2022-T4', 438_600, '2022-12-31', 'dataemploi.pole-emploi.fr'],
    [
      'embauches-demandeurs',
      'REGION/32',
      '2024-T4',
      190_980,
      '2024-12-31',
      'dataemploi.francetravail.fr',
    ],
    ['projets-recrutement', 'REGION/32', '2023', 207_047, '2023-01-01', BMO_2023],
    ['part-projets-difficiles', 'REGION/32', '2023', 50, '2023-01-01', BMO_2023],
    ['part-employeurs-recrutant', 'REGION/32', '2023', 28, '2023-01-01', BMO_2023],
  ],
};

/** What public sources say of this region; nothing for a region whose figures were not read. */
export function faitsIndicateurs(partenaire: Partenaire, region: string): MesureDemonstration[] {
  if (region !== HAUTS_DE_FRANCE) return [];
  return FAITS[partenaire].map(([indicateur, lieu, periode, valeur, dateValeur, source]) => {
    const [maille, territoire] =
      lieu === 'REGION/32' ? (['REGION', '32'] as const) : (['DEPARTEMENT', '59'] as const);
    return {
      indicateur,
      maille,
      territoire,
      periode,
      dimension: null,
      modalite: null,
      valeur,
      dateValeur,
      source,
      demonstration: false,
    };
  });
}
