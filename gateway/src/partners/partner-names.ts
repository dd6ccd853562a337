import { estPartenaire, NOM_PARTENAIRE } from '@passerelle/identity';

/** The name shown to people; a subgraph that is no partner of the protocol shows its code. */
export function partnerName(partenaire: string): string {
  return estPartenaire(partenaire) ? NOM_PARTENAIRE[partenaire] : partenaire;
}
