import {
  type CleTerritoire,
  client,
  DOCUMENTS_D_INDICATEURS,
  jourDuPortail,
  lirePourUnFichier,
  type TableauAExporter,
  type ValeurDuTerritoire,
} from '@passerelle/portal-kit';
import { PARTENAIRES, type Partenaire } from '@passerelle/portal-ui';
import { FicheTerritoireDocument } from '../generated/graphql.js';
import { type ComparaisonLue, comparaisonEnTableau } from './comparaison-en-tableau.js';

/** Two territories in one file, read anew at the three houses; one that is away is named. */
export async function lireComparaison(
  a: CleTerritoire,
  b: CleTerritoire,
): Promise<TableauAExporter> {
  const { le } = jourDuPortail();
  const valeursDe = async (
    partenaire: Partenaire,
    { code, maille }: CleTerritoire,
  ): Promise<readonly ValeurDuTerritoire[] | null> => {
    const { duTerritoire } = DOCUMENTS_D_INDICATEURS[partenaire];
    const lu = await lirePourUnFichier(client, duTerritoire, { code, maille, le }).catch(
      () => null,
    );
    return lu?.donnees.territoire?.indicateurs ?? null;
  };
  const nomDe = async ({ code, maille }: CleTerritoire): Promise<string> => {
    const lu = await lirePourUnFichier(client, FicheTerritoireDocument, { code, maille }).catch(
      () => null,
    );
    return lu?.donnees.territoire?.nom ?? code;
  };
  const [nomA, nomB, ...comparaisons] = await Promise.all([
    nomDe(a),
    nomDe(b),
    ...PARTENAIRES.map(async (partenaire): Promise<ComparaisonLue> => {
      const [deA, deB] = await Promise.all([valeursDe(partenaire, a), valeursDe(partenaire, b)]);
      return { partenaire, valeurs: deA && deB ? { a: deA, b: deB } : null };
    }),
  ]);
  return comparaisonEnTableau({ a: nomA, b: nomB }, comparaisons);
}
