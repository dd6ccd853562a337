import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Maison } from '../../vocabulaire/maison.js';
import type { PageDActes } from '../domain/copies.js';

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ClassType<PageDActes>>();

export function pageDActesType(maison: Maison): ClassType<PageDActes> {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const type = declareType(maison);
  declared.set(maison.suffixe, type);
  return type;
}

function declareType({ suffixe, complement }: Maison): ClassType<PageDActes> {
  @ObjectType(`Actes${suffixe}`, {
    description: `Suite d’actes signés ${complement}, dans l’ordre de leurs numéros.`,
  })
  class PageDActesType {
    @Field(() => [String], {
      description: 'Chaque acte tel que la maison l’a signé (JWS compact, EdDSA).',
    })
    jws!: string[];

    @Field(() => Int, { description: 'Numéro du dernier acte de la maison ; 0 sans aucun acte.' })
    dernier!: number;

    @Field(() => Boolean, { description: 'Vrai quand d’autres actes suivent cette page.' })
    suite!: boolean;
  }

  return PageDActesType;
}
