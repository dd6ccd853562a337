import { type ClassType, Directive, Field, ID, ObjectType } from 'type-graphql';
import type { Maison } from '../../vocabulaire/maison.js';

/** Another house's fiche, known here by its key only. */
export interface AutreFiche {
  readonly id: string;
}

/** @param maison - the house to which the fiche belongs, not the one that is served */
export function autreFicheType(maison: Maison): ClassType<AutreFiche> {
  const known = declared.get(maison.suffixe);
  if (known) return known;

  @ObjectType(`FicheAction${maison.suffixe}`, {
    description: `Fiche action ${maison.complement}, version par version.`,
  })
  @Directive('@key(fields: "id")')
  class AutreFicheType implements AutreFiche {
    @Field(() => ID, { description: 'Maison et numéro de la fiche.' })
    id!: string;
  }

  declared.set(maison.suffixe, AutreFicheType);
  return AutreFicheType;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ClassType<AutreFiche>>();
