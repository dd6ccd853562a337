import type { Partenaire } from '@passerelle/identity';

/** An event as it is told to one agent. */
export interface Notification {
  /** Grows with time; as text, because it may outgrow a number. */
  readonly id: string;
  readonly partenaire: Partenaire;
  readonly titre: string;
  readonly chemin: string;
  readonly auteur: string;
  readonly survenuLe: Date;
  readonly lue: boolean;
  /** Because of something followed, or of the agent's own role. */
  readonly motif: 'SUIVI' | 'ROLE';
}

/** Whose notifications: what the agent holds decides what calls upon them. */
export interface Destinataire {
  readonly sujet: string;
  /** Rights held in this house, without the house in front. */
  readonly droits: readonly string[];
  /** « ARRONDISSEMENT:596 »; null for the whole region. */
  readonly territoire: string | null;
}
