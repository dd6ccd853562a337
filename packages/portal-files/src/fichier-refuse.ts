/** A file that can't be read; `message` says why to the reader, in French. */
export class FichierRefuse extends Error {
  readonly code: 'FICHIER_ILLISIBLE' | 'FICHIER_TROP_GROS';

  constructor(code: FichierRefuse['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'FichierRefuse';
    this.code = code;
  }
}
