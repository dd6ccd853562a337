export interface TableauDocument {
  readonly nature: 'tableau';
  readonly colonnes: readonly string[];
  readonly lignes: readonly (readonly string[])[];
}

/** A piece of a document, from top to bottom. */
export type Bloc =
  | { readonly nature: 'titre'; readonly niveau: 1 | 2 | 3; readonly texte: string }
  | { readonly nature: 'paragraphe'; readonly texte: string; readonly discret?: boolean }
  | { readonly nature: 'liste'; readonly elements: readonly string[] }
  | TableauDocument
  | { readonly nature: 'saut-de-page' };

export interface DocumentTexte {
  readonly titre: string;
  /** Under the title: date, place, « données de démonstration ». */
  readonly soustitre?: string;
  /** Whose document it is; in the file's properties, never a person's name. */
  readonly auteur: string;
  readonly blocs: readonly Bloc[];
  /** At the foot of each page, before its number. */
  readonly pied?: string;
}
