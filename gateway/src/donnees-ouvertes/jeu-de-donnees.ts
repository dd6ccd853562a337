import type { z } from 'zod';

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

/** What one page of the graph's answer gives. */
export interface PageDeLignes<Ligne> {
  readonly lignes: readonly Ligne[];
  /** Null on the last page. */
  readonly suite: string | null;
}

/** A public table: what it asks of the graph, and how an answer becomes rows. */
export interface JeuDeDonnees<Reponse = unknown, Ligne = unknown> {
  readonly id: string;
  readonly titre: string;
  readonly description: string;
  /** A query with one variable, `after`. */
  readonly document: string;
  readonly reponse: z.ZodType<Reponse>;
  readonly page: (reponse: Reponse) => PageDeLignes<Ligne>;
  readonly colonnes: readonly Colonne<Ligne>[];
  /** Columns that name a row. */
  readonly cle: readonly string[];
}

/** A table whose rows' type nobody outside needs to know. */
export interface TablePublique {
  readonly id: string;
  readonly titre: string;
  readonly description: string;
  readonly document: string;
  /** @throws ZodError when the graph's answer is not the one expected */
  readonly lire: (donnees: unknown) => PageDeLignes<readonly Cellule[]>;
  readonly colonnes: readonly Omit<Colonne<never>, 'valeur'>[];
  readonly cle: readonly string[];
}

export function tablePublique<Reponse, Ligne>(jeu: JeuDeDonnees<Reponse, Ligne>): TablePublique {
  const { id, titre, description, document, cle } = jeu;
  return {
    id,
    titre,
    description,
    document,
    cle,
    colonnes: jeu.colonnes.map(({ nom, type, titre: entete, description: sens, obligatoire }) => ({
      nom,
      type,
      titre: entete,
      description: sens,
      obligatoire,
    })),
    lire(donnees) {
      const { lignes, suite } = jeu.page(jeu.reponse.parse(donnees));
      return {
        lignes: lignes.map((ligne) => jeu.colonnes.map(({ valeur }) => valeur(ligne))),
        suite,
      };
    },
  };
}
