import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Avis, AvisReader } from '../domain/avis.js';
import type { FicheReader } from '../domain/fiche.reader.js';
import { ficheId } from '../domain/fiche-id.js';
import type { EnregistrerAvis } from '../use-cases/enregistrer-avis.js';
import { autreFicheType } from './autre-fiche.types.js';
import { AvisFicheConnection, AvisFichePayload, EnregistrerAvisInput } from './avis.types.js';
import { ficheTypes } from './fiche.types.js';
import { otherHouses } from './observation.resolvers.js';

/**
 * Opinions of the social partners, kept by the house of the secretariat and read on the fiches of
 * all three.
 */
export function avisResolvers(
  deps: { maison: Maison; reader: AvisReader; fiches: FicheReader; enregistrer: EnregistrerAvis },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, fiches, enregistrer } = deps;
  const { partenaire, suffixe } = maison;

  @Resolver()
  class AvisMutations {
    @Mutation(() => AvisFichePayload, {
      name: 'enregistrerAvis',
      nullable: true,
      description: 'Enregistre l’avis d’un partenaire social ; un nouvel avis remplace le premier.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:avis:enregistrer"]])`)
    async enregistrer(
      @Ctx() context: RequestContext,
      @Arg('input', () => EnregistrerAvisInput, { description: 'Avis à enregistrer.' })
      input: EnregistrerAvisInput,
    ): Promise<object> {
      requireRight(context, partenaire, 'avis:enregistrer');
      const { identite, reads } = context;
      const issue = await enregistrer(
        identite,
        input,
        async (numero) => (await reads.load(fiches.publiee, numero)) !== null,
      );
      if (!issue.ok) return { avis: null, refus: issue.refus };
      await reads.renew();
      return { avis: await reads.load(reader.parId, issue.id), refus: null };
    }
  }

  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
  function avisOn<Fiche>(type: ClassType, idOf: (root: Fiche) => string): Function {
    @Resolver(() => type)
    class FicheAvisResolver {
      @FieldResolver(() => AvisFicheConnection, {
        name: `avis${suffixe}`,
        nullable: true,
        description:
          'Avis des partenaires sociaux, le dernier de chaque organisation, tenus par l’État.',
      })
      async avis(
        @Root() root: Fiche,
        @Ctx() { reads }: RequestContext,
        @Args(() => PageArgs) asked: PageArgs,
      ): Promise<Connection<Avis>> {
        const fiche = idOf(root);
        const codec = createCursorCodec(`avis ${fiche}`, ['number']);
        const slice = await reads.load(reader.parFiche, fiche, parsePage(asked, codec));
        return toConnection(slice, codec, ({ id }) => [id]);
      }
    }
    return FicheAvisResolver;
  }

  return [
    AvisMutations,
    avisOn<{ numero: number }>(ficheTypes(maison).node, ({ numero }) =>
      ficheId(partenaire, numero),
    ),
    ...otherHouses(partenaire).map((other) =>
      avisOn<{ id: string }>(autreFicheType(other), ({ id }) => id),
    ),
  ];
}
