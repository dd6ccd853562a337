import { DateScalar, DateTimeScalar, Partenaire } from '@passerelle/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type {
  CreerSeance,
  DemandeSurSeance,
  EcrireReleve,
  ModifierSeance,
  NoterPresences,
  OrdonnerPoints,
  PresenceSaisie,
  Retablir,
} from '../domain/seance.actes.js';
import { ObjetVersionne } from './seance.enums.js';

export const VERSION_ATTENDUE =
  'Version sur laquelle vous décidez ; si elle a changé, l’acte est refusé.';
export const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';

@InputType('CreerSeanceInput', { description: 'Séance à prévoir.' })
export class CreerSeanceInput implements CreerSeance {
  @Field(() => ID, { description: 'Instance qui la tient.' })
  instance!: string;

  @Field(() => DateScalar, { description: 'Jour de la séance.' })
  jour!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Début, ce jour-là.' })
  debut?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin, ce jour-là.' })
  fin?: Date | null;

  @Field(() => String, { nullable: true, description: 'Lieu, 200 caractères au plus.' })
  lieu?: string | null;

  @Field(() => String, { nullable: true, description: 'Objet, 300 caractères au plus.' })
  objet?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai pour la montrer hors des maisons.' })
  publique?: boolean | null;

  @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
  cleIdempotence?: string | null;
}

@InputType('ModifierSeanceInput', {
  description: 'Ce qui change d’une séance ; ce qui est absent reste, ce qui est nul s’efface.',
})
export class ModifierSeanceInput implements ModifierSeance {
  @Field(() => ID, { description: 'Séance.' })
  seance!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Autre jour, tant qu’elle est à venir ; son identifiant ne change pas.',
  })
  jour?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Début, le jour de la séance.' })
  debut?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Fin, le jour de la séance.' })
  fin?: Date | null;

  @Field(() => String, { nullable: true, description: 'Lieu, 200 caractères au plus.' })
  lieu?: string | null;

  @Field(() => String, { nullable: true, description: 'Objet, 300 caractères au plus.' })
  objet?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Vrai pour la montrer hors des maisons.' })
  publique?: boolean | null;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}

@InputType('ActeSeanceInput', { description: 'Acte sur une séance.' })
export class ActeSeanceInput implements DemandeSurSeance {
  @Field(() => ID, { description: 'Séance.' })
  seance!: string;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}

@InputType('OrdonnerPointsInput', { description: 'Ordre des points d’une séance à venir.' })
export class OrdonnerPointsInput extends ActeSeanceInput implements OrdonnerPoints {
  @Field(() => [ID], {
    description: 'Identifiants des points dans l’ordre voulu ; les autres suivent.',
  })
  points!: string[];
}

@InputType('PresenceInput', { description: 'Présence à une séance, par fonction.' })
export class PresenceInput implements PresenceSaisie {
  @Field(() => String, { description: 'Fonction, jamais un nom.' })
  fonction!: string;

  @Field(() => String, { description: 'Organisation de rattachement.' })
  organisation!: string;

  @Field(() => Partenaire, { nullable: true, description: 'Maison de rattachement.' })
  partenaire?: Partenaire | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Vrai pour qui était là.',
  })
  present?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Vrai pour qui a signé l’acte de la séance.',
  })
  signataire?: boolean | null;
}

@InputType('NoterPresencesInput', {
  description: 'Liste entière des présences ; la séance est tenue dès qu’elle est notée.',
})
export class NoterPresencesInput extends ActeSeanceInput implements NoterPresences {
  @Field(() => [PresenceInput], { description: 'Présents et absents, 100 au plus.' })
  presences!: PresenceInput[];
}

@InputType('EcrireReleveInput', { description: 'Texte du relevé d’une séance tenue.' })
export class EcrireReleveInput implements EcrireReleve {
  @Field(() => ID, { description: 'Séance.' })
  seance!: string;

  @Field(() => String, { description: 'Texte simple, 20 000 caractères au plus.' })
  texte!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version du relevé sur laquelle vous décidez (0 : aucune encore).',
  })
  versionAttendue?: number | null;
}

@InputType('RetablirInput', { description: 'Version à rétablir, comme une nouvelle version.' })
export class RetablirInput implements Retablir {
  @Field(() => ObjetVersionne, { description: 'Ce qui est rétabli.' })
  objet!: ObjetVersionne;

  @Field(() => ID, {
    description: 'Séance ou décision ; pour un ordre du jour ou un relevé, sa séance.',
  })
  id!: string;

  @Field(() => Int, { description: 'Numéro de la version à rétablir.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}
