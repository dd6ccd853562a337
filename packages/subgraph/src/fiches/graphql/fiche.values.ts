import { Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../schema/date.scalar.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { NatureActeFiche } from './fiche.enums.js';

// Values without identity, printed alike by the three houses.

@ObjectType('EtapeFiche', { description: 'Étape d’une fiche action.' })
@Directive('@shareable')
export class EtapeFicheType {
  @Field(() => String, { description: 'Ce qui est à faire.' })
  titre!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour prévu ; absent s’il reste à fixer.',
  })
  echeance!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Jour où elle a été faite ; absent avant.',
  })
  faiteLe!: string | null;
}

@ObjectType('LigneBudgetFiche', { description: 'Part du budget d’une fiche action.' })
@Directive('@shareable')
export class LigneBudgetFicheType {
  @Field(() => Int, { description: 'Montant en euros.' })
  montantEuros!: number;

  @Field(() => String, { description: 'Qui finance, sur quels crédits.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'Année budgétaire ; absente si non dite.' })
  annee!: number | null;
}

@ObjectType('ActeFiche', { description: 'Ce qui est arrivé à une version de fiche action.' })
@Directive('@shareable')
export class ActeFicheType {
  @Field(() => NatureActeFiche, { description: 'Quoi.' })
  acte!: NatureActeFiche;

  @Field(() => String, { description: 'Fonction et organisation de qui l’a fait.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant.' })
  faitLe!: Date;

  @Field(() => String, { nullable: true, description: 'Motif d’un renvoi à la rédaction.' })
  motif!: string | null;
}

@ObjectType('TexteRemplace', { description: 'Texte d’une observation avant sa correction.' })
@Directive('@shareable')
export class TexteRemplaceType {
  @Field(() => String, { description: 'Texte simple.' })
  texte!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où il avait été écrit.' })
  ecritLe!: Date;
}

@ObjectType('EvaluationFiche', { description: 'Évaluation d’une expérimentation.' })
@Directive('@shareable')
export class EvaluationFicheType {
  @Field(() => String, { description: 'Ce que l’expérimentation a montré.' })
  texte!: string;

  @Field(() => DateScalar, { description: 'Jour de l’évaluation.' })
  le!: string;
}

@InputType('EtapeFicheInput', { description: 'Étape d’une fiche action.' })
export class EtapeFicheInput {
  @Field(() => String, { description: 'Ce qui est à faire, 200 caractères au plus.' })
  titre!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Jour prévu.' })
  echeance?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Jour où elle a été faite.' })
  faiteLe?: string | null;
}

@InputType('LigneBudgetFicheInput', { description: 'Part du budget d’une fiche action.' })
export class LigneBudgetFicheInput {
  @Field(() => Int, { description: 'Montant en euros, entier.' })
  montantEuros!: number;

  @Field(() => String, { description: 'Qui finance, sur quels crédits.' })
  source!: string;

  @Field(() => Int, { nullable: true, description: 'Année budgétaire, de 2016 à 2099.' })
  annee?: number | null;
}
