import type { SuiviDeLecture, TableauAExporter } from '@passerelle/portal-kit';
import { adresse } from '../registre/adresse.js';
import { demander } from '../registre/demander.js';
import { type LigneDeJournal, lireJournal, type PageDeJournal } from '../registre/lire-journal.js';
import type { FiltresDuJournal } from './filtres.js';
import { journalEnTableau } from './journal-en-tableau.js';

const PAR_PAGE = 100;
const LIGNES_MAX = 10_000;

/** The whole journal that the filters keep, page after page. */
export async function lireToutLeJournal(
  filtres: FiltresDuJournal,
  { signal, avancer }: SuiviDeLecture,
): Promise<TableauAExporter> {
  const entrees: LigneDeJournal[] = [];
  let avant: number | null = null;
  do {
    const page: PageDeJournal = await demander(
      adresse('/v1/journal', { ...filtres, premiers: PAR_PAGE, avant }),
      lireJournal,
      { signal },
    );
    entrees.push(...page.entrees);
    avancer(entrees.length);
    avant = page.suite;
  } while (avant !== null && entrees.length < LIGNES_MAX);
  return journalEnTableau(entrees, avant !== null);
}
