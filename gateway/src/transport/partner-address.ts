/** Where one partner's subgraph answers. */
export interface PartnerAddress {
  partenaire: string;
  url: URL;
  fluxUrl: URL;
}

export type PartnerAddresses = ReadonlyMap<string, PartnerAddress>;
