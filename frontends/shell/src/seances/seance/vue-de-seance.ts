import type { Partenaire } from '@passerelle/portal-ui';
import type { SeanceEntiereFragment } from '../../generated/graphql.js';

/** What every part of the page of a session needs. */
export interface VueDeSeance {
  seance: SeanceEntiereFragment;
  /** Civil date taken as today. */
  le: string;
  /** Houses whose part of this answer is missing. */
  absents: readonly Partenaire[];
  /** The reader keeps this session for the État. */
  tient: boolean;
  /** The État is away: the page stays as it was last read, its acts wait. */
  suspendu: boolean;
  relire: () => void;
}
