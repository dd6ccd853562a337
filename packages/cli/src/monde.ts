/** All that the command touches besides the network: given by `main.ts`, and by the tests. */
export interface Monde {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dossier: string;
  /** The command's answer. */
  ecrire(texte: string): void;
  /** What goes on, and what goes wrong: standard error. */
  dire(texte: string): void;
  /** Columns of the terminal. */
  readonly largeur: number;
  /** Standard error is a terminal: progress may be written over. */
  readonly anime: boolean;
  readonly couleur: boolean;
  attendre(ms: number): Promise<void>;
  maintenant(): Date;
}
