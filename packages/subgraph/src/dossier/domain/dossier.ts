import type { Identite } from '@passerelle/identity';

/** To whom a dossier goes: never an address that somebody types. */
export const DestinatairesDossier = { MOI: 'MOI', MEMBRES: 'MEMBRES' } as const;
export type DestinatairesDossier = keyof typeof DestinatairesDossier;

/** A table of the dossier; empty: `rien` is said instead. */
export interface PartieDeDossier {
  readonly titre: string;
  readonly colonnes: readonly string[];
  readonly lignes: readonly (readonly string[])[];
  readonly rien: string;
}

/** What the graph says of a session, ready to be read without the portal. */
export interface DossierLu {
  readonly seance: string;
  readonly instance: string;
  /** Civil date. */
  readonly jour: string;
  readonly lieu: string | null;
  readonly objet: string | null;
  readonly territoire: { readonly code: string; readonly maille: string };
  readonly demonstration: boolean;
  /** Houses whose part is missing, as they are written. */
  readonly absents: readonly string[];
  readonly parties: readonly PartieDeDossier[];
}

/** Somebody of this house to whom the dossier goes. */
export interface Destinataire {
  readonly sujet: string;
  readonly courriel: string;
  /** « sous-préfet, Sous-préfecture de Valenciennes ». */
  readonly fonction: string;
}

export interface EnvoiReserve {
  readonly id: string;
  readonly destinataire: Destinataire;
}

/** Who received which dossier, and who asked: kept, and the limit of one an hour. */
export interface RegistreDesDossiers {
  /** What the same key did. */
  connu(cle: string): Promise<{ empreinte: string; fonctions: readonly string[] } | null>;
  soi(sujet: string): Promise<Destinataire | null>;
  /** Agents of the house with an address, who take part in the sessions of this territory. */
  membres(territoire: DossierLu['territoire']): Promise<readonly Destinataire[]>;
  /** Those who did not get this dossier in the last hour, taken for this replica. */
  reserver(
    demande: {
      readonly seance: string;
      readonly par: Pick<Identite, 'sujet' | 'fonction' | 'organisation'>;
    },
    destinataires: readonly Destinataire[],
  ): Promise<readonly EnvoiReserve[]>;
  noter(envoi: EnvoiReserve, parti: boolean): Promise<void>;
  retenir(cle: string, empreinte: string, fonctions: readonly string[]): Promise<void>;
}
