/** The region asked for is not in the COG: a wrong `REGION`, or a département's code given instead. */
export class RegionInconnue extends Error {
  readonly code = 'REGION_INCONNUE';
  readonly region: string;

  constructor(region: string, connues: readonly string[]) {
    super(
      `La région « ${region} » n'existe pas dans le Code officiel géographique. ` +
        `Codes admis : ${connues.join(', ')}.`,
    );
    this.name = 'RegionInconnue';
    this.region = region;
  }
}
