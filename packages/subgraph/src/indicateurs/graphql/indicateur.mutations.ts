import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { Refus } from '../domain/indicateur.errors.js';
import type { ContreProposition, Indicateur } from '../domain/indicateur.js';
import type { ContrePropositionReader, IndicateurReader } from '../domain/indicateur.reader.js';
import type { DemandeDeProposition, IssueDeProposition } from '../use-cases/proposer-mesure.js';
import type { DemandeDePublication, Publication } from '../use-cases/publier-mesures.js';
import { contrePropositionTypes } from './contre-proposition.types.js';
import { publierInput } from './indicateur.inputs.js';
import { indicateurTypes } from './indicateur.types.js';

export interface IndicateurMutationsDeps {
  readonly maison: Maison;
  readonly reader: IndicateurReader;
  readonly contrePropositions: ContrePropositionReader;
  readonly publier: (
    identite: RequestContext['identite'],
    demande: DemandeDePublication,
  ) => Promise<Publication>;
  readonly proposer: (
    identite: RequestContext['identite'],
    demande: DemandeDeProposition,
  ) => Promise<IssueDeProposition>;
}

/** What a house does with figures: publishes its own, proposes another beside the others'. */
export function indicateurMutations(
  deps: IndicateurMutationsDeps,
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
): readonly Function[] {
  const { maison, reader, contrePropositions, publier, proposer } = deps;
  const { partenaire, suffixe, complement } = maison;
  const types = indicateurTypes(maison);
  const propositions = contrePropositionTypes(maison);
  const PublierInput = publierInput(maison);

  @Resolver()
  class IndicateurMutations {
    @Mutation(() => types.publication, {
      name: `publierMesures${suffixe}`,
      nullable: true,
      description: `Publie des valeurs d’un indicateur ${complement} : toutes, ou aucune.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:publier"]])`)
    async publier(
      @Ctx() context: RequestContext,
      @Arg('input', () => PublierInput, { description: 'Valeurs et leur source.' })
      input: DemandeDePublication,
    ): Promise<Publication & { indicateur: Indicateur | null }> {
      requireRight(context, partenaire, 'indicateur:publier');
      const publication = await publier(context.identite, input);
      await context.reads.renew();
      const indicateur = await context.reads.load(reader.parCode, input.indicateur);
      return { ...publication, indicateur };
    }

    @Mutation(() => propositions.payload, {
      name: `proposerMesure${suffixe}`,
      nullable: true,
      description:
        'Propose un autre chiffre à côté de la valeur officielle d’une autre maison, avec motif et méthode.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:indicateur:proposer"]])`)
    async proposer(
      @Ctx() context: RequestContext,
      @Arg('input', () => propositions.input, { description: 'Valeur, motif et méthode.' })
      input: DemandeDeProposition,
    ): Promise<{ contreProposition: ContreProposition | null; refus: Refus | null }> {
      requireRight(context, partenaire, 'indicateur:proposer');
      const issue = await proposer(context.identite, input);
      await context.reads.renew();
      return {
        contreProposition: await context.reads.load(contrePropositions.parValeur, input.valeur),
        refus: issue.ok ? null : issue.refus,
      };
    }
  }

  @Resolver(() => propositions.node)
  class ContrePropositionResolver {
    @FieldResolver(() => ID, { description: 'Identifiant de la valeur, puis rang.' })
    id(@Root() { valeur, version }: ContreProposition): string {
      return `${valeur}:${version}`;
    }
  }

  const contributions = propositions.valeursDesAutres.map(({ type }) => {
    @Resolver(() => type)
    class ValeurDUneAutreMaisonResolver {
      @FieldResolver(() => propositions.node, {
        name: `contreProposition${suffixe}`,
        nullable: true,
        description: `Autre chiffre que propose la maison ${complement}, à côté de celui-ci.`,
      })
      contreProposition(
        @Root() { id }: { id: string },
        @Ctx() { reads }: RequestContext,
      ): Promise<ContreProposition | null> {
        return reads.load(contrePropositions.parValeur, id);
      }
    }
    return ValeurDUneAutreMaisonResolver;
  });

  return [IndicateurMutations, ContrePropositionResolver, ...contributions];
}
