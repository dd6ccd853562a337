import { Arg, Args, Ctx, Directive, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { mayActIn, type TerritoireReader } from '../../territoires/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Fiche } from '../domain/fiche.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import type { Reponse, ReponseReader } from '../domain/reponse.js';
import type { DemandeReponse, RepondreObservation } from '../use-cases/repondre.js';
import { ficheTypes } from './fiche.types.js';
import { reponseTypes } from './reponse.types.js';

/** What a house answers to the observations on its own fiches. */
export function reponseResolvers(
  deps: {
    maison: Maison;
    reader: ReponseReader;
    fiches: FicheReader;
    territoires: TerritoireReader;
    repondre: RepondreObservation;
  },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, fiches, territoires, repondre } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = reponseTypes(maison);

  @Resolver()
  class ReponseMutations {
    @Mutation(() => types.payload, {
      name: `repondreObservation${suffixe}`,
      nullable: true,
      description: `Réponse ${complement} à une observation d’une autre maison sur sa fiche.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:fiche:modifier"]])`)
    async repondre(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.repondre, { description: 'Fiche, observation et texte.' })
      input: DemandeReponse,
    ): Promise<object> {
      requireRight(context, partenaire, 'fiche:modifier');
      const { identite, reads } = context;
      const issue = await repondre(identite, input, async (numero) => {
        const fiche = await reads.load(fiches.courante, numero);
        if (fiche === null) return 'FICHE_INCONNUE';
        const answers = await Promise.all(
          fiche.territoires.map((lieu) => mayActIn(context, territoires, 'fiche:modifier', lieu)),
        );
        return answers.every((answer) => answer === 'OUI') ? 'OUI' : 'HORS_TERRITOIRE';
      });
      if (!issue.ok) return { reponse: null, refus: issue.refus };
      await reads.renew();
      return { reponse: await reads.load(reader.parId, issue.id), refus: null };
    }
  }

  @Resolver(() => ficheTypes(maison).node)
  class FicheReponsesResolver {
    @FieldResolver(() => types.connection, {
      description:
        'Réponses de la maison aux observations des autres, la dernière à chacune, la plus récente d’abord.',
    })
    async reponses(
      @Root() { numero }: Fiche,
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Reponse>> {
      const codec = createCursorCodec(`reponses ${partenaire} ${numero}`, ['number']);
      const slice = await reads.load(reader.parFiche, numero, parsePage(asked, codec));
      return toConnection(slice, codec, ({ id }) => [id]);
    }
  }

  return [ReponseMutations, FicheReponsesResolver];
}
