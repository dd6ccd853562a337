import { type ClassType, Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateScalar } from '../../schema/date.scalar.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { Dimension, NatureIndicateur } from './indicateur.enums.js';
import { CibleIndicateur, ErreurDeLigne } from './indicateur.values.js';

export interface IndicateurTypes {
  readonly indicateur: ClassType;
  readonly valeur: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly publication: ClassType;
}

/** The types of one house's indicators, under its own names. */
export function indicateurTypes(maison: Maison): IndicateurTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, IndicateurTypes>();

function declareTypes({ suffixe, complement }: Maison): IndicateurTypes {
  @ObjectType(`Indicateur${suffixe}`, {
    description: `Indicateur ${complement} : ce qui est compté, comment, par qui.`,
  })
  @Directive('@key(fields: "code")')
  class IndicateurType {
    @Field(() => ID, { description: 'Code stable : « taux-chomage ».' })
    code!: string;

    @Field(() => String, { description: 'Nom de l’indicateur.' })
    libelle!: string;

    @Field(() => String, { description: 'Unité, telle qu’elle s’écrit après le nombre.' })
    unite!: string;

    @Field(() => NatureIndicateur, { description: 'Contexte ou action ; jamais une note.' })
    nature!: NatureIndicateur;

    @Field(() => String, { description: 'Ce qui est compté, et ce qui ne l’est pas.' })
    perimetre!: string;

    @Field(() => String, { description: 'Comment la valeur est établie.' })
    methode!: string;

    @Field(() => String, { description: 'Qui produit la valeur.' })
    source!: string;

    @Field(() => Boolean, { description: 'Vrai si la région vaut la somme de ses territoires.' })
    additif!: boolean;

    @Field(() => Boolean, {
      description: 'Vrai pour un effectif : les petits nombres y sont masqués.',
    })
    comptePersonnes!: boolean;

    @Field(() => Maille, { description: 'Maille la plus fine à laquelle il est publié.' })
    mailleMinimale!: Maille;

    @Field(() => [Dimension], { description: 'Ventilations publiées, et elles seules.' })
    dimensions!: Dimension[];

    @Field(() => String, { description: 'Pourquoi rien de plus fin n’est publié.' })
    raisonMaille!: string;

    @Field(() => String, {
      nullable: true,
      description: 'Ce qui est attendu, et de qui, tant qu’aucune source ne donne de valeur.',
    })
    attendu!: string | null;

    @Field(() => [CibleIndicateur], {
      description:
        'Objectifs publiés, avec leur périmètre et leur source ; vide s’il n’y en a pas.',
    })
    cibles!: CibleIndicateur[];
  }

  @ObjectType(`ValeurIndicateur${suffixe}`, {
    description: `Valeur d’un indicateur ${complement} pour un territoire et une période.`,
  })
  @Directive('@key(fields: "id")')
  class ValeurType {
    @Field(() => String, { description: 'Période : 2022, 2023-T3 ou 2023-10.' })
    periode!: string;

    @Field(() => DateScalar, { description: 'Premier jour de la période.' })
    debut!: string;

    @Field(() => DateScalar, { description: 'Dernier jour de la période.' })
    fin!: string;

    @Field(() => Float, { nullable: true, description: 'Absente quand elle est masquée.' })
    valeur!: number | null;

    @Field(() => Boolean, { description: 'Vrai quand l’effectif doit rester caché.' })
    masque!: boolean;

    @Field(() => Boolean, {
      description: 'Vrai pour une somme faite ici ; faux pour une valeur donnée par la source.',
    })
    calculee!: boolean;

    @Field(() => Maille, {
      nullable: true,
      description: 'Maille des territoires additionnés, pour une somme faite ici.',
    })
    mailleAddition!: Maille | null;

    @Field(() => DateScalar, { description: 'Jour auquel la valeur est arrêtée.' })
    dateValeur!: string;

    @Field(() => String, { description: 'Source de cette valeur.' })
    source!: string;

    @Field(() => Boolean, { description: 'Vrai pour une valeur de démonstration.' })
    demonstration!: boolean;

    @Field(() => Int, { description: 'Version du tableau de cet indicateur et de cette période.' })
    version!: number;

    @Field(() => DateTimeScalar, { description: 'Instant où ce tableau a été publié ici.' })
    publieeLe!: Date;

    @Field(() => String, { description: 'Fonction et organisation qui l’ont publié.' })
    auteur!: string;
  }

  @ObjectType(`PublierMesures${suffixe}Payload`, {
    description: 'Réponse à une publication de valeurs : toutes, ou aucune.',
  })
  class PublicationType {
    @Field(() => IndicateurType, { nullable: true, description: 'Indicateur publié.' })
    indicateur!: IndicateurType | null;

    @Field(() => Int, { description: 'Nombre de valeurs publiées.' })
    publiees!: number;

    @Field(() => Int, { description: 'Version du tableau, après la publication ou son refus.' })
    version!: number;

    @Field(() => [ErreurDeLigne], { description: 'Ce qui empêche de publier, ligne par ligne.' })
    erreurs!: ErreurDeLigne[];

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    indicateur: IndicateurType,
    valeur: ValeurType,
    connection: connectionOf(ValeurType, `ValeurIndicateur${suffixe}`),
    publication: PublicationType,
  };
}
