import { type ClassType, Field, ObjectType } from 'type-graphql';
import type { Maison } from '../../vocabulaire/maison.js';
import { GenreTrouvaille } from './trouvailles.enums.js';

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ClassType>();

export function trouvailleType(maison: Maison): ClassType {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const type = declareType(maison);
  declared.set(maison.suffixe, type);
  return type;
}

function declareType({ suffixe, complement }: Maison): ClassType {
  @ObjectType(`Trouvaille${suffixe}`, {
    description: `Ce que la recherche a trouvé dans la maison ${complement}.`,
  })
  class TrouvailleType {
    @Field(() => GenreTrouvaille, { description: 'Genre de ce qui est trouvé.' })
    genre!: GenreTrouvaille;

    @Field(() => String, { description: 'Ce qui le nomme.' })
    titre!: string;

    @Field(() => String, { nullable: true, description: 'Ce qui le situe.' })
    sousTitre!: string | null;

    @Field(() => String, { description: 'Page du portail qui l’ouvre.' })
    chemin!: string;
  }
  return TrouvailleType;
}
