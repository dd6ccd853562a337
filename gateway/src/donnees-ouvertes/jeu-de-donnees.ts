import { type ZodType, z } from 'zod';
import { GatewayError } from '../errors.js';
import type { PublicAnswer } from './ask-as-public.js';

export type Cellule = string | number | boolean | null;

/** A column, as Table Schema describes a field. */
export interface Colonne<Ligne> {
  readonly nom: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly titre: string;
  readonly description: string;
  readonly obligatoire: boolean;
  readonly valeur: (ligne: Ligne) => Cellule;
}

/** Asks the graph one thing, as nobody in particular. */
export type Demander = (
  document: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<PublicAnswer>;

export interface PageDeLignes<Ligne> {
  readonly lignes: readonly Ligne[];
  /** Partners whose part is missing from this page. */
  readonly manquants: readonly string[];
}

/** A public table: where its rows are read, and what each column says of one. */
export interface JeuDeDonnees<Ligne> {
  readonly id: string;
  readonly titre: string;
  readonly description: string;
  /** Page after page: a table is never whole in memory. */
  readonly pages: (demander: Demander) => AsyncIterable<PageDeLignes<Ligne>>;
  readonly colonnes: readonly Colonne<Ligne>[];
  /** Columns that name a row. */
  readonly cle: readonly string[];
}

/** A table whose rows' type nobody outside needs to know. */
export interface TablePublique {
  readonly id: string;
  readonly titre: string;
  readonly description: string;
  /** @throws GatewayError PARTENAIRE_INDISPONIBLE when the owner of the rows is away */
  readonly pages: (demander: Demander) => AsyncIterable<PageDeLignes<readonly Cellule[]>>;
  readonly colonnes: readonly Omit<Colonne<never>, 'valeur'>[];
  readonly cle: readonly string[];
}

export function tablePublique<Ligne>(jeu: JeuDeDonnees<Ligne>): TablePublique {
  const { id, titre, description, cle } = jeu;
  return {
    id,
    titre,
    description,
    cle,
    colonnes: jeu.colonnes.map(({ nom, type, titre: entete, description: sens, obligatoire }) => ({
      nom,
      type,
      titre: entete,
      description: sens,
      obligatoire,
    })),
    async *pages(demander) {
      for await (const { lignes, manquants } of jeu.pages(demander)) {
        yield {
          lignes: lignes.map((ligne) => jeu.colonnes.map(({ valeur }) => valeur(ligne))),
          manquants,
        };
      }
    },
  };
}

export const connexion = <Noeud>(noeud: ZodType<Noeud>) =>
  z.object({
    nodes: z.array(noeud),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  });

/**
 * One list of the graph, page after page.
 *
 * @param liste.document - a query with the variable `after`, beside those of `variables`
 */
export async function* pagesDe<Reponse, Ligne>(
  demander: Demander,
  liste: {
    readonly document: string;
    readonly variables?: Readonly<Record<string, unknown>>;
    readonly reponse: ZodType<Reponse>;
    readonly page: (reponse: Reponse) => {
      readonly nodes: readonly Ligne[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  },
): AsyncGenerator<PageDeLignes<Ligne>> {
  let after: string | null = null;
  for (;;) {
    const answer = await demander(liste.document, { ...liste.variables, after });
    const { nodes, pageInfo } = liste.page(lireReponse(liste.reponse, answer));
    yield { lignes: nodes, manquants: answer.manquants };
    if (!pageInfo.hasNextPage) return;
    // The same page for ever would be a fault of the graph.
    if (pageInfo.endCursor === null || pageInfo.endCursor === after) {
      throw new Error('a list of the graph does not advance');
    }
    after = pageInfo.endCursor;
  }
}

/** An owner that is away leaves nothing to extract: better said than an empty file. */
export function lireReponse<Reponse>(
  reponse: ZodType<Reponse>,
  { data, manquants }: PublicAnswer,
): Reponse {
  const lue = reponse.safeParse(data);
  if (lue.success) return lue.data;
  if (manquants.length === 0) throw lue.error;
  throw new GatewayError('PARTENAIRE_INDISPONIBLE', {
    champs: { partenaire: manquants[0] },
    cause: lue.error,
  });
}
