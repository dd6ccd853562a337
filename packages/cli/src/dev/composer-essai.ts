import { type CompositionError, composeGraph } from '@passerelle/composition';
import { empreinteDuSchema, type Publication } from '@passerelle/publication';

export interface SousGrapheLocal {
  readonly partenaire: string;
  /** Origin of the local process. */
  readonly origine: string;
  readonly schema: string;
}

export type Essai =
  | {
      readonly ok: true;
      readonly publication: Omit<Publication, 'numero' | 'cles'>;
      readonly apiSdl: string;
    }
  | { readonly ok: false; readonly erreurs: readonly CompositionError[] };

/** The live publication with one partner's subgraph taken from this machine. Pure. */
export function composerEssai(
  vive: Publication,
  { partenaire, origine, schema }: SousGrapheLocal,
): Essai {
  const deploye = vive.sousGraphes.find((s) => s.partenaire === partenaire);
  const local = {
    partenaire,
    revision: deploye?.revision ?? 1,
    empreinte: empreinteDuSchema(schema),
    url: `${origine}/graphql`,
    fluxUrl: `${origine}/graphql/stream`,
    santeUrl: `${origine}/sante/pret`,
    schema,
  };
  // Its place stays: the order of partners decides who stands in for an absent one.
  const sousGraphes =
    deploye === undefined
      ? [...vive.sousGraphes, local]
      : vive.sousGraphes.map((s) => (s.partenaire === partenaire ? local : s));
  const compose = composeGraph(sousGraphes);
  if (!compose.ok) return { ok: false, erreurs: compose.errors };
  const { numero: _numero, cles: _cles, ...reste } = vive;
  return {
    ok: true,
    publication: { ...reste, sousGraphes, supergraphe: compose.supergraphSdl },
    apiSdl: compose.apiSdl,
  };
}
