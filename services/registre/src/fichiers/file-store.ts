/**
 * Where the files of the portal are kept, by what they hold: a file never changes, only comes.
 * Three places, one behaviour (`file-store.suite.ts`).
 */
export interface FileStore {
  has(empreinte: string): Promise<boolean>;
  /**
   * Keeps it, and puts right what was damaged under this fingerprint.
   *
   * @throws DEMANDE_INVALIDE when the bytes are not those of the fingerprint
   * @throws STOCKAGE_INDISPONIBLE
   */
  put(empreinte: string, bytes: Uint8Array): Promise<void>;
  /**
   * Whole and verified: at most a few megabytes.
   *
   * @returns null when it was never put
   * @throws FICHIER_ALTERE when what is kept is no longer what was put
   * @throws STOCKAGE_INDISPONIBLE
   */
  get(empreinte: string): Promise<Uint8Array | null>;
}

/** A place alone: names are 64 hexadecimal digits, nothing is judged. */
export interface Place {
  exists(hex: string): Promise<boolean>;
  read(hex: string): Promise<Uint8Array | null>;
  /** Whole or not at all, and there to stay once it resolves. */
  write(hex: string, bytes: Uint8Array): Promise<void>;
}
