import type { Partenaire } from '@passerelle/portal-ui';
import type { TypedDocumentNode } from '@urql/core';

export interface ValidationLue {
  empreinte: string;
  auteur: string;
  le: string;
  perimee: boolean;
}

/** A house's typed documents on the avenants; the room is the same for all. */
export interface MaisonAvenant {
  partenaire: Partenaire;
  lire: TypedDocumentNode<
    { avenant?: { id: string; etat: string; validation?: ValidationLue | null } | null },
    { id: string }
  >;
  valider: TypedDocumentNode<
    {
      acte?: {
        validation?: ValidationLue | null;
        refus?: { code: string; message: string } | null;
      } | null;
    },
    { avenant: string; empreinte: string; cle?: string | null }
  >;
}
