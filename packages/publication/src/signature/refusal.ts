/** Why a gateway does not serve what it received; what it served before stays. */
export type CodeDeRefus =
  | 'PUBLICATION_ILLISIBLE'
  | 'PUBLICATION_NON_SIGNEE'
  | 'SIGNATURE_INVALIDE'
  | 'CLE_INCONNUE'
  | 'CANAL_DIFFERENT'
  | 'PUBLICATION_PERIMEE';

export class PublicationRefusee extends Error {
  override readonly name = 'PublicationRefusee';
  constructor(
    readonly code: CodeDeRefus,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
