import { COMMUN, cibleSchema, editeurSchema } from '@passerelle/publication';
import { z } from 'zod';
import type { RefDeRevision } from '../revisions/revision.js';

/** When a revision came to this channel, and by whom. */
const miseEnLigne = {
  revision: z.number().int().positive(),
  /** Publication that brought it; a rollback keeps the one that brought it first. */
  numero: z.number().int().positive(),
  publieLe: z.string(),
  par: z.string(),
  commit: z.string().nullable(),
};

/** Which revisions a publication holds; their content is in `revision`. */
export const ensembleSchema = z.object({
  carte: z.number().int().nonnegative(),
  /** In the order in which partners came: publishing again does not reorder the graph. */
  schemas: z.array(z.object({ partenaire: editeurSchema, ...miseEnLigne })),
  /** Canaries first, for each partner. */
  modules: z.array(
    z.object({ partenaire: editeurSchema, cible: cibleSchema.nullable(), ...miseEnLigne }),
  ),
  coquille: z.object(miseEnLigne).nullable(),
  partages: z.object(miseEnLigne).nullable(),
});
export type Ensemble = z.infer<typeof ensembleSchema>;
export type SchemaEnLigne = Ensemble['schemas'][number];
export type ModuleEnLigne = Ensemble['modules'][number];

export const ENSEMBLE_VIDE: Ensemble = {
  carte: 0,
  schemas: [],
  modules: [],
  coquille: null,
  partages: null,
};

/** With this schema in the place of the partner's former one. */
export function withSchema(ensemble: Ensemble, neuf: SchemaEnLigne): Ensemble {
  const isKnown = ensemble.schemas.some(({ partenaire }) => partenaire === neuf.partenaire);
  const schemas = isKnown
    ? ensemble.schemas.map((each) => (each.partenaire === neuf.partenaire ? neuf : each))
    : [...ensemble.schemas, neuf];
  return { ...ensemble, schemas };
}

/** With these versions as the only ones of the partner's module; none: its module is away. */
export function withModule(
  ensemble: Ensemble,
  partenaire: string,
  versions: readonly ModuleEnLigne[],
): Ensemble {
  const order = new Set([...ensemble.modules.map((each) => each.partenaire), partenaire]);
  const sorted = versions.toSorted((a, b) => Number(a.cible === null) - Number(b.cible === null));
  const modules = [...order].flatMap((each) =>
    each === partenaire ? sorted : ensemble.modules.filter((m) => m.partenaire === each),
  );
  return { ...ensemble, modules };
}

export function versionsDe(ensemble: Ensemble, partenaire: string): ModuleEnLigne[] {
  return ensemble.modules.filter((each) => each.partenaire === partenaire);
}

/** Bundles whose files the portal may be asked, whoever gets them. */
export function lotsServis(ensemble: Ensemble): RefDeRevision[] {
  const communs = (['coquille', 'partages'] as const).flatMap((lot) => {
    const enLigne = ensemble[lot];
    return enLigne === null ? [] : [{ editeur: COMMUN, lot, numero: enLigne.revision }];
  });
  const modules = ensemble.modules.map(({ partenaire, revision }) => ({
    editeur: partenaire,
    lot: 'module' as const,
    numero: revision,
  }));
  return [...communs, ...modules];
}
