import type { Partenaire } from '../partenaire.js';

/** An indicator that tells something of an engagement: its producer, and its code there. */
export interface LienIndicateur {
  /** `E01` to `E23`. */
  readonly engagement: string;
  readonly partenaire: Partenaire;
  readonly indicateur: string;
}

type Lien = readonly [partenaire: Partenaire, indicateur: string];

/**
 * Which figures are looked at beside which engagement. The signed list of indicators is not public:
 * these links are a proposal of the demonstration, on indicators that do exist.
 */
const LIENS: Readonly<Record<string, readonly Lien[]>> = {
  E01: [
    ['pole-emploi', 'projets-recrutement'],
    ['pole-emploi', 'part-projets-difficiles'],
  ],
  E02: [
    ['region', 'entrees-prf'],
    ['region', 'objectif-prf'],
  ],
  E03: [['region', 'entrees-formation']],
  E04: [['region', 'entrees-formation']],
  E05: [
    ['region', 'part-certifiante-tension'],
    ['pole-emploi', 'part-projets-difficiles'],
  ],
  E06: [['etat', 'apprentis']],
  E07: [['etat', 'apprentis']],
  E08: [['pole-emploi', 'projets-recrutement']],
  E09: [
    ['pole-emploi', 'embauches'],
    ['pole-emploi', 'embauches-demandeurs'],
  ],
  E10: [['region', 'entrees-prf']],
  E11: [['etat', 'emploi-salarie']],
  E12: [['etat', 'etablissements-employeurs']],
  E13: [['pole-emploi', 'part-employeurs-recrutant']],
  E14: [['etat', 'etablissements-employeurs']],
  E15: [['pole-emploi', 'offres-douze-mois']],
  E16: [
    ['region', 'accueils-prochemploi'],
    ['pole-emploi', 'offres-douze-mois'],
  ],
  E17: [['pole-emploi', 'immersions']],
  E18: [['pole-emploi', 'embauches-demandeurs']],
  E19: [['pole-emploi', 'demandeurs-longue-duree']],
  E20: [['pole-emploi', 'demandeurs-abc']],
  E21: [
    ['region', 'entrees-formation'],
    ['region', 'achevement-formation'],
  ],
  E22: [['etat', 'jeunes-missions-locales']],
  E23: [
    ['pole-emploi', 'taux-chomage'],
    ['pole-emploi', 'demandeurs-abc'],
  ],
};

export const LIENS_INDICATEURS: readonly LienIndicateur[] = Object.entries(LIENS).flatMap(
  ([engagement, liens]) =>
    liens.map(([partenaire, indicateur]) => ({ engagement, partenaire, indicateur })),
);
