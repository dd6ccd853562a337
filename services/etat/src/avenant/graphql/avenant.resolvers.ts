import {
  type Connection,
  createCursorCodec,
  PageArgs,
  Partenaire,
  parsePage,
  type RequestContext,
  requireRight,
  toConnection,
  type ValidationAvenant,
  validationsAvenant,
} from '@passerelle/subgraph';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Refus, refus } from '../domain/avenant.errors.js';
import type { Avenant, Changement, ErreurDeChamp } from '../domain/avenant.js';
import type { AvenantReader } from '../domain/avenant.reader.js';
import { comparer } from '../domain/comparer.js';
import type {
  Avenants,
  Cible,
  DemandeOuverture,
  DemandeRedaction,
  Issue,
} from '../use-cases/tenir-avenants.js';
import {
  ActeAvenantInput,
  ModifierAvenantInput,
  ModifierTexteEngagementInput,
  OuvrirAvenantInput,
} from './avenant.inputs.js';
import {
  AvenantConnection,
  AvenantPayload,
  AvenantType,
  ChangementTexteType,
  TexteEngagementPayload,
  ValidationAvenantType,
} from './avenant.types.js';

const TENIR = '@requiresScopes(scopes: [["etat:avenant:ouvrir"]])';
const TROIS: readonly Partenaire[] = ['ETAT', 'REGION', 'POLE_EMPLOI'];

interface Payload {
  avenant: Avenant | null;
  refus: Refus | null;
  erreurs: readonly ErreurDeChamp[];
}

export function avenantResolvers(
  reader: AvenantReader,
  acts: Avenants,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  async function repondre(context: RequestContext, act: () => Promise<Issue>): Promise<Payload> {
    requireRight(context, 'etat', 'avenant:ouvrir');
    const issue = await act();
    const why = issue.ok ? null : issue.refus;
    const erreurs = issue.ok ? [] : (issue.erreurs ?? []);
    if (issue.id === undefined) return { avenant: null, refus: why, erreurs };
    await context.reads.renew();
    return { avenant: await context.reads.load(reader.parId, issue.id), refus: why, erreurs };
  }

  @Resolver(() => AvenantType)
  class AvenantResolver {
    @Query(() => AvenantConnection, {
      nullable: true,
      description: 'Avenants que vous pouvez voir, le plus récent d’abord.',
    })
    async avenants(
      @Ctx() { reads }: RequestContext,
      @Args(() => PageArgs) asked: PageArgs,
    ): Promise<Connection<Avenant>> {
      const codec = createCursorCodec('avenants', ['number']);
      const slice = await reader.list(reads.sql, parsePage(asked, codec));
      return toConnection(slice, codec, ({ numero }) => [numero]);
    }

    @Query(() => AvenantType, { nullable: true, description: 'Un avenant par son identifiant.' })
    avenant(
      @Ctx() { reads }: RequestContext,
      @Arg('id', () => ID, { description: 'Identifiant de l’avenant.' }) id: string,
    ): Promise<Avenant | null> {
      return reads.load(reader.parId, id);
    }

    @FieldResolver(() => [ChangementTexteType], {
      description: 'Ce qu’il change au texte sur lequel il a été ouvert, avant et après.',
    })
    async changements(
      @Root() { texte, versionDeBase }: Avenant,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Changement[]> {
      const base = await reads.load(reader.texteDeVersion, versionDeBase);
      return base ? comparer(base, texte) : [];
    }

    @FieldResolver(() => [ValidationAvenantType], {
      description: 'Dernière validation de chaque maison, telle que l’État l’a reçue.',
    })
    validations(
      @Root() { id }: Avenant,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly ValidationAvenant[]> {
      return reads.load(validationsAvenant, id);
    }

    @FieldResolver(() => [Partenaire], {
      description: 'Maisons dont la validation de ce texte manque encore.',
    })
    async manquantes(
      @Root() { id, empreinte }: Avenant,
      @Ctx() { reads }: RequestContext,
    ): Promise<readonly Partenaire[]> {
      const validations = await reads.load(validationsAvenant, id);
      return TROIS.filter(
        (maison) =>
          !validations.some((une) => une.partenaire === maison && une.empreinte === empreinte),
      );
    }
  }

  @Resolver()
  class AvenantMutations {
    @Mutation(() => AvenantPayload, {
      nullable: true,
      description: 'Ouvre un avenant sur le texte en vigueur ; un seul à la fois.',
    })
    @Directive(TENIR)
    ouvrirAvenant(
      @Ctx() context: RequestContext,
      @Arg('input', () => OuvrirAvenantInput, { description: 'Nature et objet.' })
      input: DemandeOuverture,
    ): Promise<Payload> {
      return repondre(context, () => acts.ouvrir(context.identite, input));
    }

    @Mutation(() => AvenantPayload, {
      nullable: true,
      description: 'Écrit de nouveau un avenant ; les validations d’avant ne le couvrent plus.',
    })
    @Directive(TENIR)
    modifierAvenant(
      @Ctx() context: RequestContext,
      @Arg('input', () => ModifierAvenantInput, { description: 'Écriture nouvelle.' })
      input: DemandeRedaction,
    ): Promise<Payload> {
      return repondre(context, () => acts.modifier(context.identite, input));
    }

    @Mutation(() => AvenantPayload, {
      nullable: true,
      description: 'Propose l’avenant aux trois maisons.',
    })
    @Directive(TENIR)
    proposerAvenant(
      @Ctx() context: RequestContext,
      @Arg('input', () => ActeAvenantInput, { description: 'Avenant.' }) input: Cible,
    ): Promise<Payload> {
      return repondre(context, () => acts.proposer(context.identite, input));
    }

    @Mutation(() => AvenantPayload, {
      nullable: true,
      description: 'Écarte un avenant qui n’est pas publié.',
    })
    @Directive(TENIR)
    abandonnerAvenant(
      @Ctx() context: RequestContext,
      @Arg('input', () => ActeAvenantInput, { description: 'Avenant.' }) input: Cible,
    ): Promise<Payload> {
      return repondre(context, () => acts.abandonner(context.identite, input));
    }

    @Mutation(() => AvenantPayload, {
      nullable: true,
      description: 'Met le texte en vigueur ; refusé sans les trois validations de ce texte même.',
    })
    @Directive(TENIR)
    publierAvenant(
      @Ctx() context: RequestContext,
      @Arg('input', () => ActeAvenantInput, { description: 'Avenant.' }) input: Cible,
    ): Promise<Payload> {
      return repondre(context, () => acts.publier(context.identite, input));
    }

    @Mutation(() => TexteEngagementPayload, {
      nullable: true,
      description:
        'Changement direct du texte d’un engagement : toujours refusé, le protocole est signé.',
    })
    @Directive(TENIR)
    modifierTexteEngagement(
      @Ctx() context: RequestContext,
      @Arg('input', () => ModifierTexteEngagementInput, { description: 'Changement voulu.' })
      _input: ModifierTexteEngagementInput,
    ): { refus: Refus } {
      requireRight(context, 'etat', 'avenant:ouvrir');
      return { refus: refus('PROTOCOLE_FIGE') };
    }
  }

  return [AvenantResolver, AvenantMutations];
}
