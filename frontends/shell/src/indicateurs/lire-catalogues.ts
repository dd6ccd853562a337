import {
  client,
  DOCUMENTS_D_INDICATEURS,
  jourDuPortail,
  lirePourUnFichier,
  type TableauAExporter,
} from '@passerelle/portal-kit';
import { PARTENAIRES } from '@passerelle/portal-ui';
import { type CatalogueLu, catalogueEnTableau } from './catalogue-en-tableau.js';

/** The three catalogues in one file; a house that is away leaves the two others'. */
export async function lireCatalogues(): Promise<TableauAExporter> {
  const { le } = jourDuPortail();
  const catalogues = await Promise.all(
    PARTENAIRES.map(async (partenaire): Promise<CatalogueLu> => {
      const { catalogue } = DOCUMENTS_D_INDICATEURS[partenaire];
      const lu = await lirePourUnFichier(client, catalogue, { le }).catch(() => null);
      return { partenaire, indicateurs: lu?.donnees.indicateurs ?? null };
    }),
  );
  return catalogueEnTableau(catalogues);
}
