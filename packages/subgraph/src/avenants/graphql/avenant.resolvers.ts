import { type Identite, scopeOf } from '@passerelle/identity';
import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { BatchRead } from '../../request/batch-read.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import type { RefusAvenant } from '../domain/avenant.errors.js';
import type { ValidationAvenant } from '../domain/avenant.js';
import type { AvenantReader } from '../domain/avenant.reader.js';
import type { DemandeValidation } from '../use-cases/valider-avenant.js';
import { avenantTypes } from './avenant.types.js';

/** What the owner of the avenants gives so that the whole of one is answered. */
export interface ProprietaireAvenant {
  readonly type: ClassType<{ id: string }>;
  readonly parId: BatchRead<string, { readonly id: string } | null>;
}

export function avenantResolvers(deps: {
  maison: Maison;
  proprietaire: ProprietaireAvenant | null;
  reader: AvenantReader;
  valider: (identite: Identite, demande: DemandeValidation) => Promise<RefusAvenant | null>;
  // biome-ignore lint/complexity/noBannedTypes: type-graphql names classes by this type
}): readonly Function[] {
  const { maison, reader, proprietaire } = deps;
  const { partenaire, suffixe, symbole, complement } = maison;
  const types = avenantTypes(maison, proprietaire?.type ?? null);

  async function sienne(
    reads: RequestContext['reads'],
    avenant: string,
  ): Promise<ValidationAvenant | null> {
    const validations = await reads.load(reader.validations, avenant);
    return validations.find((une) => une.partenaire === symbole) ?? null;
  }

  @Resolver(() => types.avenant)
  class AvenantValidationResolver {
    @FieldResolver(() => types.validation, {
      name: `validation${suffixe}`,
      nullable: true,
      description: `Validation ${complement}, dite par elle-même ; absente tant qu’elle n’est pas donnée.`,
    })
    validation(
      @Root() { id }: { id: string },
      @Ctx() { reads }: RequestContext,
    ): Promise<ValidationAvenant | null> {
      return sienne(reads, id);
    }

    @Mutation(() => types.payload, {
      name: `validerAvenant${suffixe}`,
      nullable: true,
      description:
        'Valide le texte proposé, et lui seul : son empreinte est celle de ce que l’agent a lu.',
    })
    @Directive(`@requiresScopes(scopes: [["${scopeOf(partenaire, 'avenant:valider')}"]])`)
    async valider(
      @Ctx() context: RequestContext,
      @Arg('input', () => types.valider, { description: 'Avenant et texte lu.' })
      input: DemandeValidation,
    ): Promise<{ validation: ValidationAvenant | null; refus: RefusAvenant | null }> {
      requireRight(context, partenaire, 'avenant:valider');
      const refus = await deps.valider(context.identite, input);
      if (refus) return { validation: null, refus };
      await context.reads.renew();
      return { validation: await sienne(context.reads, input.avenant), refus: null };
    }
  }

  return [AvenantValidationResolver];
}
