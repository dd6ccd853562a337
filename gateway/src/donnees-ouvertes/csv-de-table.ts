import { stringify } from 'csv-stringify/sync';
import type { Cellule, PageDeLignes, TablePublique } from './jeu-de-donnees.js';

export interface ExtraitOuvert {
  /** Partners whose part is missing from the whole extract. */
  readonly manquants: readonly string[];
  /** The file, a page of rows at a time. */
  readonly morceaux: AsyncGenerator<string, void, void>;
}

/**
 * Opens an extract: its first page is read, so that whatever keeps it from beginning is known
 * before anything is sent.
 *
 * The rest is read as it is asked for. A partner that goes away meanwhile ends the extract with an
 * error: a file cut short is seen, a file with holes is believed.
 */
export async function ouvrirExtrait(
  table: TablePublique,
  pages: AsyncIterable<PageDeLignes<readonly Cellule[]>>,
): Promise<ExtraitOuvert> {
  const lecture = pages[Symbol.asyncIterator]();
  const premiere = await lecture.next();
  const manquants = premiere.done === true ? [] : [...new Set(premiere.value.manquants)].sort();

  async function* morceaux(): AsyncGenerator<string, void, void> {
    yield enCsv([table.colonnes.map(({ nom }) => nom)]);
    let page = premiere;
    while (page.done !== true) {
      const autre = page.value.manquants.find((partenaire) => !manquants.includes(partenaire));
      if (autre !== undefined) throw new Error(`${autre} went away during an extract`);
      if (page.value.lignes.length > 0) yield enCsv(page.value.lignes);
      page = await lecture.next();
    }
  }
  return { manquants, morceaux: morceaux() };
}

function enCsv(lignes: readonly (readonly Cellule[])[]): string {
  return stringify([...lignes], {
    record_delimiter: 'windows',
    cast: { boolean: String },
    escape_formulas: true,
  });
}
