import {
  Arg,
  type ClassType,
  Ctx,
  Directive,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import { requireRight } from '../../identity/guards.js';
import { parseSeanceId } from '../../participation/index.js';
import type { RequestContext } from '../../request/request-context.js';
import { mayActIn, type TerritoireReader } from '../../territoires/index.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { DestinatairesDossier } from '../domain/dossier.js';
import type { EnvoyerDossier, IssueDEnvoi } from '../use-cases/envoyer-dossier.js';

// The three houses print this enum and this input alike.
registerEnumType(DestinatairesDossier, {
  name: 'DestinatairesDossier',
  description: 'À qui part un dossier : jamais à une adresse que quelqu’un écrit.',
  valuesConfig: {
    MOI: { description: 'À soi-même.' },
    MEMBRES: { description: 'Aux agents de la maison qui siègent dans cette instance.' },
  },
});

@InputType('EnvoyerDossierInput', { description: 'Le dossier d’une séance, par courriel.' })
class EnvoyerDossierInput {
  @Field(() => ID, { description: 'Identifiant de la séance.' })
  seance!: string;

  @Field(() => DestinatairesDossier, { description: 'À qui.' })
  destinataires!: DestinatairesDossier;

  @Field(() => ID, {
    nullable: true,
    description:
      'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
  })
  cleIdempotence?: string | null;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ClassType>();

export function dossierResolver(deps: {
  maison: Maison;
  envoyer: EnvoyerDossier;
  territoires: TerritoireReader;
}): ClassType {
  const { partenaire, suffixe, complement } = deps.maison;
  const payload = payloadType(deps.maison);

  @Resolver()
  class DossierResolver {
    @Mutation(() => payload, {
      name: `envoyerDossier${suffixe}`,
      nullable: true,
      description: `Envoie le dossier d’une séance à des agents de la maison ${complement}, aux adresses qu’ils ont données.`,
    })
    @Directive(`@requiresScopes(scopes: [["${partenaire}:suivi:regler"]])`)
    envoyer(
      @Ctx() context: RequestContext,
      @Arg('input', () => EnvoyerDossierInput, { description: 'Quelle séance, à qui.' })
      input: EnvoyerDossierInput,
    ): Promise<IssueDEnvoi> {
      requireRight(context, partenaire, 'suivi:regler');
      return deps.envoyer(context.identite, input, async (id) => {
        const seance = parseSeanceId(id);
        // An unknown session is said to be so by who reads it.
        if (seance === null) return true;
        const { territoire } = seance;
        const issue = await mayActIn(context, deps.territoires, 'suivi:regler', territoire);
        return issue !== 'HORS_TERRITOIRE';
      });
    }
  }
  return DossierResolver;
}

function payloadType({ suffixe }: Maison): ClassType {
  const known = declared.get(suffixe);
  if (known) return known;

  @ObjectType(`EnvoyerDossier${suffixe}Payload`, {
    description: 'Qui a reçu le dossier, ou le refus.',
  })
  class EnvoyerDossierPayload {
    @Field(() => [String], {
      description: 'Fonction et organisation de chacun, jamais un nom ni une adresse.',
    })
    recuPar!: string[];

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’est parti.' })
    refus!: RefusType | null;
  }
  declared.set(suffixe, EnvoyerDossierPayload);
  return EnvoyerDossierPayload;
}
