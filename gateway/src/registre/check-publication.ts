import { subgraphsOf } from '@passerelle/composition';
import { adresseRefusee, type CodeAdresse, type Publication } from '@passerelle/publication';

/** Codes of what a gateway refuses though it is well signed, beside those of the addresses. */
export type CodeDeContenu = 'GRAPHE_ABSENT' | 'GRAPHE_INCOHERENT' | 'GRAPHE_NON_PLANIFIABLE';

/** A publication that is what the registry signed, and that can't be served. */
export class ContenuRefuse extends Error {
  override readonly name = 'ContenuRefuse';
  constructor(
    readonly code: CodeDeContenu | CodeAdresse,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * The registry has checked all this; a gateway that calls partners checks again what would make it
 * call where it must not, or plan for a partner that it could not reach.
 *
 * @throws ContenuRefuse
 */
export function checkPublication(publication: Publication, production: boolean): void {
  const { sousGraphes, supergraphe } = publication;
  for (const { partenaire, url, fluxUrl, santeUrl } of sousGraphes) {
    for (const adresse of [url, fluxUrl, santeUrl]) {
      // Which hosts are a partner's, the ownership map says, and the registry looks at it.
      const hotes = [new URL(adresse).hostname];
      const refus = adresseRefusee(adresse, { hotes, production });
      if (refus !== null) throw refusal(refus.code, `${partenaire} : ${refus.message}`);
    }
  }
  if (supergraphe === null) {
    if (sousGraphes.length === 0) return;
    throw refusal('GRAPHE_ABSENT', 'Des schémas sont publiés sans le graphe qu’ils composent.');
  }
  const published = new Set(sousGraphes.map(({ partenaire }) => partenaire));
  const unknown = partnersOf(supergraphe).find(({ partenaire }) => !published.has(partenaire));
  if (unknown !== undefined) {
    throw refusal(
      'GRAPHE_INCOHERENT',
      `Le graphe publié interroge « ${unknown.partenaire} », que la publication ne situe pas.`,
    );
  }
}

function partnersOf(supergraphe: string): ReturnType<typeof subgraphsOf> {
  try {
    return subgraphsOf(supergraphe);
  } catch (cause) {
    throw refusal('GRAPHE_NON_PLANIFIABLE', 'Le graphe publié ne se lit pas.', { cause });
  }
}

const refusal = (code: CodeDeContenu | CodeAdresse, message: string, options?: ErrorOptions) =>
  new ContenuRefuse(code, message, options);
