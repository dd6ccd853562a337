import { Args, type ClassType, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { type Connection, toConnection } from '../../pagination/connection.js';
import { PageArgs } from '../../pagination/connection.types.js';
import { createCursorCodec } from '../../pagination/cursor.js';
import { parsePage } from '../../pagination/page.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type {
  Accord,
  PointPropose,
  Suite,
  TitreValidation,
  ValidationDeDecision,
} from '../domain/participation.js';
import type { ParticipationReader } from '../domain/participation.reader.js';
import { TITRES } from '../domain/titres.js';
import type { ParticipationTypes } from './participation.types.js';

/** What the fields of `Participation<X>` are read from. */
export interface ParticipationRoot {
  readonly seance: string;
}

/** What the fields of `Decision<X>` are read from. */
export interface DecisionRoot {
  readonly decision: string;
}

interface Identified {
  readonly id: string;
}

export interface ParticipationResolversDeps {
  readonly maison: Maison;
  readonly types: ParticipationTypes;
  readonly reader: ParticipationReader;
  /** The owner's classes, or what stands for them in a house that is not the owner. */
  readonly seance: ClassType<Identified>;
  readonly decision: ClassType<Identified>;
}

/** What a house shows of its own part, on the owner's sessions and decisions. */
export function participationResolvers(
  deps: ParticipationResolversDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, types, reader, seance, decision } = deps;
  const { partenaire, suffixe, complement } = maison;
  const [titre = null, second = null] = TITRES[partenaire];

  async function accord(
    { reads }: RequestContext,
    { seance: id }: ParticipationRoot,
    nature: Accord['nature'],
    en: TitreValidation | null,
  ): Promise<Accord | null> {
    const all = await reads.load(reader.accords, id);
    return all.find((one) => one.nature === nature && one.titre === en) ?? null;
  }

  async function validation(
    { reads }: RequestContext,
    id: string,
    en: TitreValidation | null,
  ): Promise<ValidationDeDecision | null> {
    const all = await reads.load(reader.validations, id);
    return all.find((one) => one.titre === en) ?? null;
  }

  @Resolver(() => seance)
  class SeanceParticipationResolver {
    @FieldResolver(() => types.participation, {
      name: `participation${suffixe}`,
      nullable: true,
      description: `Ce que la maison ${complement} apporte à cette séance.`,
    })
    participation(@Root() { id }: Identified): ParticipationRoot {
      return { seance: id };
    }
  }

  @Resolver(() => decision)
  class DecisionSuiteResolver {
    @FieldResolver(() => types.suite, {
      name: `suite${suffixe}`,
      nullable: true,
      description: `Dernière version de la suite donnée par la maison ${complement} ; absente avant la première.`,
    })
    suite(@Root() { id }: Identified, @Ctx() { reads }: RequestContext): Promise<Suite | null> {
      return reads.load(reader.suite, id);
    }
  }

  @Resolver(() => types.participation)
  class ParticipationResolver {
    @FieldResolver(() => [types.point], {
      description: 'Points proposés et non retirés, dans l’ordre de leur proposition.',
    })
    points(
      @Root() { seance: id }: ParticipationRoot,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly PointPropose[]> {
      return reads.load(reader.points, id);
    }

    @FieldResolver(() => types.accord, {
      nullable: true,
      description: 'Dernier accord de la maison sur l’ordre du jour ; absent avant le premier.',
    })
    accordOrdreDuJour(
      @Root() root: ParticipationRoot,
      @Ctx() context: RequestContext,
    ): Promise<Accord | null> {
      return accord(context, root, 'ORDRE_DU_JOUR', titre);
    }
  }

  @Resolver(() => types.decision)
  class DecisionResolver {
    @FieldResolver(() => ID, { description: 'Identifiant de la décision.' })
    id(@Root() { decision: id }: DecisionRoot): string {
      return id;
    }

    @FieldResolver(() => types.suite, {
      nullable: true,
      description: 'Dernière version de la suite ; absente avant la première.',
    })
    suite(
      @Root() { decision: id }: DecisionRoot,
      @Ctx() { reads }: RequestContext,
    ): Promise<Suite | null> {
      return reads.load(reader.suite, id);
    }
  }

  @Resolver(() => types.suite)
  class SuiteResolver {
    @FieldResolver(() => types.historique, {
      description: 'Toutes les versions, la plus récente d’abord.',
    })
    async historique(
      @Root() { decision: id }: Suite,
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Suite>> {
      const codec = createCursorCodec(`suites ${partenaire} ${id}`, ['number']);
      const page = parsePage(asked, codec);
      const slice = await reads.load(reader.historique, id, page);
      return toConnection(slice, codec, ({ version }) => [version]);
    }
  }

  const common = [
    SeanceParticipationResolver,
    DecisionSuiteResolver,
    ParticipationResolver,
    DecisionResolver,
    SuiteResolver,
  ];
  if (titre === null) return common;

  @Resolver(() => types.participation)
  class ReleveResolver {
    @FieldResolver(() => types.releve, {
      nullable: true,
      description: 'Dernière validation du relevé par la maison ; absente avant la première.',
    })
    validationReleve(
      @Root() root: ParticipationRoot,
      @Ctx() context: RequestContext,
    ): Promise<Accord | null> {
      return accord(context, root, 'RELEVE', titre);
    }
  }

  @Resolver(() => decision)
  class DecisionValidationResolver {
    @FieldResolver(() => types.validation, {
      name: `validation${suffixe}`,
      nullable: true,
      description: `Dernière validation par la maison ${complement} ; absente avant la première.`,
    })
    validation(
      @Root() { id }: Identified,
      @Ctx() context: RequestContext,
    ): Promise<ValidationDeDecision | null> {
      return validation(context, id, titre);
    }
  }

  @Resolver(() => types.decision)
  class ValidationResolver {
    @FieldResolver(() => types.validation, {
      nullable: true,
      description: 'Dernière validation par la maison ; absente avant la première.',
    })
    validation(
      @Root() { decision: id }: DecisionRoot,
      @Ctx() context: RequestContext,
    ): Promise<ValidationDeDecision | null> {
      return validation(context, id, titre);
    }
  }

  const validating = [...common, ReleveResolver, DecisionValidationResolver, ValidationResolver];
  if (second === null) return validating;

  @Resolver(() => types.participation)
  class AccordRecteurResolver {
    @FieldResolver(() => types.accord, {
      nullable: true,
      description: 'Dernier accord du recteur sur l’ordre du jour ; absent avant le premier.',
    })
    accordRecteur(
      @Root() root: ParticipationRoot,
      @Ctx() context: RequestContext,
    ): Promise<Accord | null> {
      return accord(context, root, 'ORDRE_DU_JOUR', second);
    }
  }

  @Resolver(() => types.decision)
  class ValidationRecteurResolver {
    @FieldResolver(() => types.validation, {
      nullable: true,
      description: 'Dernière validation par le recteur ; absente avant la première.',
    })
    validationRecteur(
      @Root() { decision: id }: DecisionRoot,
      @Ctx() context: RequestContext,
    ): Promise<ValidationDeDecision | null> {
      return validation(context, id, second);
    }
  }

  @Resolver(() => decision)
  class DecisionRecteurResolver {
    @FieldResolver(() => types.validation, {
      name: `validationRecteur${suffixe}`,
      nullable: true,
      description: 'Dernière validation par le recteur ; absente avant la première.',
    })
    validationRecteur(
      @Root() { id }: Identified,
      @Ctx() context: RequestContext,
    ): Promise<ValidationDeDecision | null> {
      return validation(context, id, second);
    }
  }

  return [...validating, AccordRecteurResolver, ValidationRecteurResolver, DecisionRecteurResolver];
}
