import type { Partenaire } from '@passerelle/identity';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
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
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import type { RefusFiche } from '../domain/fiche.errors.js';
import type { Observation, ObservationReader } from '../domain/observation.js';
import { observationId, parseObservationId } from '../domain/observation-id.js';
import type {
  DemandeCorrection,
  DemandeObservation,
  DemandeRetrait,
  ObservationActs,
} from '../use-cases/observer.js';
import { type AutreFiche, autreFicheType } from './autre-fiche.types.js';
import { observationTypes } from './observation.types.js';

/** What a house remarks of the others' fiches: written here, read on their fiches. */
export function observationResolvers(
  deps: { maison: Maison; reader: ObservationReader; acts: ObservationActs },
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, acts } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = observationTypes(maison);

  async function repondre(
    context: RequestContext,
    act: ReturnType<ObservationActs['observer']>,
    id: number | null,
  ): Promise<{ observation: Observation | null; refus: RefusFiche | null }> {
    const issue = await act;
    if (!issue.ok) {
      // Somebody's other window corrected it meanwhile: what it says now is what is needed.
      const isStale = issue.refus.code === 'VERSION_DEPASSEE' && id !== null;
      return {
        observation: isStale ? await context.reads.load(reader.parId, id) : null,
        refus: issue.refus,
      };
    }
    await context.reads.renew();
    return { observation: await context.reads.load(reader.parId, issue.id), refus: null };
  }

  @Resolver(() => types.node)
  class ObservationResolver {
    @FieldResolver(() => ID, { description: 'Maison qui observe et numéro.' })
    id(@Root() { id }: Observation): string {
      return observationId(partenaire, id);
    }

    @FieldResolver(() => Boolean, {
      description: 'Vrai quand vous l’avez vous-même écrite : vous pouvez la corriger, la retirer.',
    })
    ecriteParMoi(
      @Root() { auteurSujet }: Observation,
      @Ctx() { identite }: RequestContext,
    ): boolean {
      return auteurSujet === identite.sujet;
    }
  }

  @Resolver()
  class ObservationMutations {
    @Mutation(() => types.payload, {
      name: `observer${suffixe}`,
      nullable: true,
      description: `Observation ${complement} sur une fiche action d’une autre maison.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:observation:ecrire"]])`)
    observer(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.observer, { description: 'Fiche et texte.' })
      input: DemandeObservation,
    ): Promise<object> {
      requireRight(context, partenaire, 'observation:ecrire');
      return repondre(context, acts.observer(context.identite, input), null);
    }

    @Mutation(() => types.payload, {
      name: `corrigerObservation${suffixe}`,
      nullable: true,
      description:
        'Corrige une observation que l’on a soi-même écrite ; l’ancien texte reste lisible.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:observation:ecrire"]])`)
    corriger(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.corriger, { description: 'Observation et nouveau texte.' })
      input: DemandeCorrection,
    ): Promise<object> {
      requireRight(context, partenaire, 'observation:ecrire');
      const id = parseObservationId(partenaire, input.observation);
      return repondre(context, acts.corriger(context.identite, input), id);
    }

    @Mutation(() => types.payload, {
      name: `retirerObservation${suffixe}`,
      nullable: true,
      description:
        'Retire une observation que l’on a soi-même écrite ; elle reste lisible, marquée retirée.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:observation:ecrire"]])`)
    retirer(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.retirer, { description: 'Observation concernée.' })
      input: DemandeRetrait,
    ): Promise<object> {
      requireRight(context, partenaire, 'observation:ecrire');
      return repondre(context, acts.retirer(context.identite, input), null);
    }
  }

  const others = otherHouses(partenaire).map((other) => {
    // Declared before the schema is put together, which asks for it too late.
    const type = autreFicheType(other);

    @Resolver(() => type)
    class AutreFicheObservationsResolver {
      @FieldResolver(() => types.connection, {
        name: `observations${suffixe}`,
        nullable: true,
        description: `Observations ${complement} sur cette fiche, la plus récente d’abord.`,
      })
      async observations(
        @Root() { id }: AutreFiche,
        @Ctx() { reads }: RequestContext,
        @Args(() => PageArgs) asked: PageArgs,
      ): Promise<Connection<Observation>> {
        const codec = createCursorCodec(`observations ${partenaire} ${id}`, ['number']);
        const slice = await reads.load(reader.parFiche, id, parsePage(asked, codec));
        return toConnection(slice, codec, (observation) => [observation.id]);
      }
    }
    return AutreFicheObservationsResolver;
  });

  return [ObservationResolver, ObservationMutations, ...others];
}

export function otherHouses(partenaire: Partenaire): readonly Maison[] {
  return Object.values(MAISONS).filter((maison) => maison.partenaire !== partenaire);
}
