import type { Canal } from '@passerelle/publication';
import { adresseLocale, type Config } from '../config.js';
import { StartRefusal } from '../start-refusal.js';
import { forgetKeptPublication, hasKeptPublication } from './kept-publication.js';
import { CANAL_SERVI, listOffers } from './offers.js';
import { publishOffers } from './publish-offers.js';
import { createRegistryClient, RegistryRefusal, RegistryUnreachable } from './registry-client.js';
import { ensureRegistryTokens } from './registry-tokens.js';

/**
 * The three partners and the platform publish this checkout, each with its own tokens, through the
 * registry's HTTP interface like anyone else. With an earlier publication nothing here stops the
 * start: what is in service stays.
 *
 * @returns French sentences for the person at the keyboard; none when all went well
 * @throws StartRefusal when there would be nothing to serve
 */
export async function publishCheckout(config: Config, jetonRacine: string): Promise<string[]> {
  const { dossier } = config;
  const client = createRegistryClient(adresseLocale(config, config.ports.registre));
  const offers = listOffers(config);
  try {
    const { jetons, estNouveau } = await ensureRegistryTokens({
      client,
      dossier,
      racine: jetonRacine,
    });
    if (estNouveau) forgetKeptPublication(dossier);
    const publish = (canal: Canal): ReturnType<typeof publishOffers> =>
      publishOffers({ client, canal, jetons, offers, dossier, estConnu: !estNouveau });
    const { refus, estComplet } = await publish(CANAL_SERVI);
    if (!estComplet) {
      throw new StartRefusal(
        [
          "Il manque une première publication : la passerelle n'aurait pas tout à servir.",
          ...refus.values(),
        ].join('\n'),
      );
    }
    // Where partners try: the others must be there too. Told once when both channels refuse.
    const recette = await publish('recette');
    const elsewhere = [...recette.refus].filter(([nom]) => !refus.has(nom));
    return [...refus.values(), ...elsewhere.map(([, words]) => `En recette, ${words}`)];
  } catch (error) {
    if (!(error instanceof RegistryUnreachable || error instanceof RegistryRefusal)) throw error;
    const words = wordsOf(error);
    if (!hasKeptPublication(dossier)) throw new StartRefusal(words, error);
    return [
      `${words} La passerelle sert la dernière publication qu'elle a gardée ; relancez npm start pour publier cette copie.`,
    ];
  }
}

function wordsOf(error: RegistryUnreachable | RegistryRefusal): string {
  if (error instanceof RegistryUnreachable) return error.message;
  return `Le registre refuse (${error.code}) : ${error.message} ${error.remede}`.trim();
}
