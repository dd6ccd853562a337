import type { Identite } from '@passerelle/identity';
import type { Partenaire } from '../../vocabulaire/codes.js';
import type { AvenantPropose } from './avenant.js';

/** What this house knows of one avenant when an agent decides. */
export interface OpenAvenant {
  /** The last text proposed; null when none reached this house. */
  readonly propose: AvenantPropose | null;
  readonly estPublie: boolean;
  /** Whether a house has validated this very text. */
  aValide(maison: Partenaire, empreinte: string): Promise<boolean>;
  /** Signs this house's validation. */
  signer(empreinte: string): Promise<void>;
}

export interface AvenantRegistre {
  /** Runs `act` alone on this avenant, in one transaction in the name of `identite`. */
  open<Result>(
    identite: Identite,
    avenant: string,
    act: (ouvert: OpenAvenant) => Promise<Result>,
  ): Promise<Result>;
}
