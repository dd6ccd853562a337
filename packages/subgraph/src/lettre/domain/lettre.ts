/** One thing of a letter, with the page that opens it. */
export interface LigneDeLettre {
  readonly texte: string;
  readonly detail: string | null;
  /** Path of the portal; null for a plain sentence. */
  readonly chemin: string | null;
}

export interface BlocDeLettre {
  readonly titre: string;
  readonly lignes: readonly LigneDeLettre[];
  /** What is said when there is nothing, or when it could not be read. */
  readonly rien: string | null;
  /** The page that says the rest. */
  readonly suite: { readonly texte: string; readonly chemin: string } | null;
}

/** What one agent is told on a Monday; functions and facts, never a person's name. */
export interface Lettre {
  /** Civil date. */
  readonly lundi: string;
  readonly fonction: string;
  readonly organisation: string;
  /** Displayed when the data is that of the demonstration. */
  readonly demonstration: string | null;
  readonly blocs: readonly BlocDeLettre[];
}

export interface LettreEcrite {
  readonly objet: string;
  readonly texte: string;
  readonly html: string;
  /** Pages that go with it; nothing is fetched when they are opened. */
  readonly pieces?: readonly PieceJointe[];
}

export interface PieceJointe {
  /** « dossier-spel-596-2023-12-18.html ». */
  readonly nom: string;
  readonly html: string;
}
