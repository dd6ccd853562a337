import type { Identite } from '@passerelle/identity';
import type { Partenaire } from '../../vocabulaire/codes.js';
import { type RefusAvenant, refusAvenant } from '../domain/avenant.errors.js';
import type { AvenantRegistre } from '../domain/avenant.registre.js';

export interface DemandeValidation {
  readonly avenant: string;
  /** Of the text that the agent has read. */
  readonly empreinte: string;
}

/**
 * A house's validation of an avenant: of the text proposed last, and of no other. Given twice, it
 * is one.
 *
 * @returns why not, or null when it is given
 */
export function createValiderAvenant(deps: {
  maison: Partenaire;
  registre: AvenantRegistre;
}): (identite: Identite, demande: DemandeValidation) => Promise<RefusAvenant | null> {
  return (identite, { avenant, empreinte }) =>
    deps.registre.open(identite, avenant, async (ouvert) => {
      if (ouvert.propose === null) return refusAvenant('AVENANT_INCONNU');
      if (ouvert.estPublie) return refusAvenant('AVENANT_DEJA_PUBLIE');
      if (ouvert.propose.empreinte !== empreinte) return refusAvenant('EMPREINTE_DIFFERENTE');
      if (await ouvert.aValide(deps.maison, empreinte)) return null;
      await ouvert.signer(empreinte);
      return null;
    });
}
