import { Arg, type ClassType, Ctx, Int, Query, Resolver } from 'type-graphql';
import { parseRecherche } from '../../recherche/recherche.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Trouvable, Trouvaille } from '../domain/trouvable.js';
import { trouvaillesError } from '../domain/trouvailles.errors.js';
import { trouvailleType } from './trouvailles.types.js';

const MAX_PAR_GENRE = 20;

/** Each house answers for its own things; the portal puts the answers together. */
export function trouvaillesResolver(deps: {
  maison: Maison;
  trouvables: readonly Trouvable[];
}): ClassType {
  const { maison, trouvables } = deps;
  const type = trouvailleType(maison);

  @Resolver()
  class TrouvaillesResolver {
    @Query(() => [type], {
      name: `rechercher${maison.suffixe}`,
      nullable: true,
      description: `Ce que la maison ${maison.complement} trouve sous ces mots, genre par genre, le meilleur d’abord.`,
    })
    async rechercher(
      @Ctx() { reads }: RequestContext,
      @Arg('texte', () => String, { description: 'Code exact ou débuts de mots.' }) texte: string,
      @Arg('first', () => Int, {
        nullable: true,
        defaultValue: 5,
        description: 'Au plus tant de chaque genre, de 1 à 20.',
      })
      first: number | null,
    ): Promise<readonly Trouvaille[]> {
      const limite = first ?? 5;
      if (limite < 1 || limite > MAX_PAR_GENRE) {
        throw trouvaillesError('NOMBRE_DE_TROUVAILLES_INVALIDE');
      }
      const recherche = parseRecherche(texte);
      if (recherche === null) return [];
      const trouvees = await Promise.all(
        trouvables.map(async ({ genre, trouver }) => {
          const rows = await trouver(reads.sql, recherche, limite);
          return rows.map((row): Trouvaille => ({ ...row, genre }));
        }),
      );
      return trouvees.flat();
    }
  }
  return TrouvaillesResolver;
}
