import {
  ceQuiManque,
  type Suite,
  type SuiviDeLecture,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import { type TerritoireEnListe, territoiresEnTableau } from './territoires-en-tableau.js';

/** All the territories of a list, beyond those in sight. */
export async function lireTerritoires(
  { toutLire }: Pick<Suite<unknown, TerritoireEnListe>, 'toutLire'>,
  suivi: SuiviDeLecture,
): Promise<TableauAExporter> {
  const liste = await toutLire(suivi);
  const tableau = territoiresEnTableau(liste.elements);
  return { ...tableau, remarques: [...ceQuiManque(liste), ...(tableau.remarques ?? [])] };
}
