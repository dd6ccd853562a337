import type { Partenaire } from '@passerelle/identity';
import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { connectionOf, PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { MAISONS, type Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { RefusFiche } from '../domain/fiche.errors.js';
import type { Observation, ObservationReader } from '../domain/observation.js';
import { observationId } from '../domain/observation-id.js';
import type { DemandeObservation, DemandeRetrait, ObservationActs } from '../use-cases/observer.js';
import { type AutreFiche, autreFicheType } from './autre-fiche.types.js';

interface ObservationTypes {
  readonly node: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly payload: ClassType;
  readonly observer: ClassType<DemandeObservation>;
  readonly retirer: ClassType<DemandeRetrait>;
}

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
  ): Promise<{ observation: Observation | null; refus: RefusFiche | null }> {
    const issue = await act;
    if (!issue.ok) return { observation: null, refus: issue.refus };
    await context.reads.renew();
    return { observation: await context.reads.load(reader.parId, issue.id), refus: null };
  }

  @Resolver(() => types.node)
  class ObservationResolver {
    @FieldResolver(() => ID, { description: 'Maison qui observe et numéro.' })
    id(@Root() { id }: Observation): string {
      return observationId(partenaire, id);
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
      return repondre(context, acts.observer(context.identite, input));
    }

    @Mutation(() => types.payload, {
      name: `retirerObservation${suffixe}`,
      nullable: true,
      description: 'Retire une observation que l’on a soi-même écrite.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:observation:ecrire"]])`)
    retirer(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.retirer, { description: 'Observation concernée.' })
      input: DemandeRetrait,
    ): Promise<object> {
      requireRight(context, partenaire, 'observation:ecrire');
      return repondre(context, acts.retirer(context.identite, input));
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

function observationTypes(maison: Maison): ObservationTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ObservationTypes>();

function declareTypes({ suffixe, complement }: Maison): ObservationTypes {
  @ObjectType(`Observation${suffixe}`, {
    description: `Observation ${complement} sur une fiche action d’une autre maison.`,
  })
  class ObservationType {
    @Field(() => String, { description: 'Texte simple.' })
    texte!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où elle a été écrite.' })
    ecriteLe!: Date;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`Observation${suffixe}Payload`, {
    description: 'Réponse : l’observation, absente une fois retirée, ou le refus.',
  })
  class ObservationPayload {
    @Field(() => ObservationType, { nullable: true, description: 'L’observation écrite.' })
    observation!: ObservationType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`Observer${suffixe}Input`, { description: 'Observation sur une fiche action.' })
  class ObserverInput implements DemandeObservation {
    @Field(() => ID, { description: 'Fiche d’une autre maison : « region:fiche-12 ».' })
    fiche!: string;

    @Field(() => String, { description: 'Texte simple, 4 000 caractères au plus.' })
    texte!: string;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }

  @InputType(`RetirerObservation${suffixe}Input`, { description: 'Observation à retirer.' })
  class RetirerInput implements DemandeRetrait {
    @Field(() => ID, { description: 'Identifiant de l’observation.' })
    observation!: string;
  }

  return {
    node: ObservationType,
    connection: connectionOf(ObservationType, `Observation${suffixe}`),
    payload: ObservationPayload,
    observer: ObserverInput,
    retirer: RetirerInput,
  };
}
