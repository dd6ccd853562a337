import { z } from 'zod';
import { MAISONS } from '../../vocabulaire/maison.js';
import { type GrapheDeService, GrapheInjoignable } from '../domain/graphe-de-service.js';
import type { ActesDesAutres } from '../use-cases/suivre-maison.js';

const pageSchema = z.object({
  jws: z.array(z.string()),
  dernier: z.int(),
  suite: z.boolean(),
});

/** The other houses' acts, through the gateway like any other reading. */
export function actesParLeGraphe(graphe: GrapheDeService): ActesDesAutres {
  return {
    async lire(partenaire, apres, signal) {
      const { suffixe } = MAISONS[partenaire];
      const { data, erreurs } = await graphe.demander(
        `query Actes${suffixe}($apres: Int!) {
          page: actes${suffixe}(apres: $apres, first: 100) { jws dernier suite }
        }`,
        { apres },
        signal,
      );
      const parsed = z.object({ page: pageSchema }).safeParse(data);
      if (parsed.success) return parsed.data.page;
      const [erreur] = erreurs;
      throw new GrapheInjoignable(
        erreur === undefined
          ? 'la maison n’a rien répondu'
          : `${erreur.message.replace(/\.$/, '')} (${erreur.code})`,
      );
    },

    async ecouter(partenaire, reveiller, signal) {
      const { suffixe } = MAISONS[partenaire];
      const events = graphe.suivre(
        `subscription ActeSigne${suffixe} { acteSigne${suffixe} }`,
        {},
        signal,
      );
      for await (const event of events) {
        // Errors come as events too: the reading tells them, waking it would only repeat them.
        if (event === null || event.erreurs.length === 0) reveiller();
      }
    },
  };
}
