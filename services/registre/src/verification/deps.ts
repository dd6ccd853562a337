import type { OperationConnue } from '@passerelle/composition';
import type { Canal } from '@passerelle/publication';

/** Was this client told that the coordinate is due for removal? */
export type EstPrevenu = (client: string, coordonnee: string) => boolean;

/** What the checks ask of the rest of the registry; nothing of it leaves the process. */
export interface VerificationDeps {
  /** Stricter addresses: no loopback, no plain http. */
  readonly production: boolean;
  readonly maintenant: () => Date;
  /** Operations that clients really sent on the channel; asked only when something may break. */
  readonly operations: (canal: Canal) => Promise<readonly OperationConnue[]>;
  readonly prevenus: (canal: Canal) => Promise<EstPrevenu>;
}
