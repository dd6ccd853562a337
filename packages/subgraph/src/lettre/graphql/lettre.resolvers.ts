import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import type { RequestContext } from '../../request/request-context.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { Envoi } from '../use-cases/recevoir-maintenant.js';

// The three houses print this input alike.
@InputType('RecevoirMaLettreInput', { description: 'Sa lettre, maintenant.' })
class RecevoirMaLettreInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Vrai : dire seulement où elle partirait, sans rien envoyer.',
  })
  apercu?: boolean | null;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ClassType>();

export function lettreResolver(deps: {
  maison: Maison;
  recevoir: (sujet: string, apercu: boolean) => Promise<Envoi>;
}): ClassType {
  const { partenaire, suffixe } = deps.maison;
  const payload = payloadType(deps.maison);

  @Resolver()
  class LettreResolver {
    @Mutation(() => payload, {
      name: `recevoirMaLettre${suffixe}`,
      nullable: true,
      description: 'Envoie à l’agent sa lettre du lundi, maintenant, à l’adresse qu’il a donnée.',
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:suivi:regler"]])`)
    recevoir(
      @Ctx() context: RequestContext,
      @Arg('input', () => RecevoirMaLettreInput, { description: 'Ce qui est voulu.' })
      input: RecevoirMaLettreInput,
    ): Promise<Envoi> {
      requireRight(context, partenaire, 'suivi:regler');
      return deps.recevoir(context.identite.sujet, input.apercu === true);
    }
  }
  return LettreResolver;
}

function payloadType({ suffixe }: Maison): ClassType {
  const known = declared.get(suffixe);
  if (known) return known;

  @ObjectType(`LettreEnvoyee${suffixe}Payload`, {
    description: 'Réponse à la demande de sa lettre : où elle est partie, ou le refus.',
  })
  class LettreEnvoyeePayload {
    @Field(() => String, { nullable: true, description: 'Adresse à laquelle elle est partie.' })
    adresse!: string | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’est parti.' })
    refus!: RefusType | null;
  }
  declared.set(suffixe, LettreEnvoyeePayload);
  return LettreEnvoyeePayload;
}
