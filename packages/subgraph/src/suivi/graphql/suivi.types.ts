import { type ClassType, Field, ID, ObjectType } from 'type-graphql';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { GenreSuivi, MotifNotification } from './suivi.enums.js';

export interface SuiviTypes {
  readonly carnet: ClassType;
  readonly suivi: ClassType;
  readonly suivis: ClassType<Connection<object>>;
  readonly notification: ClassType;
  readonly notifications: ClassType<Connection<object>>;
  readonly filtre: ClassType;
  readonly payload: ClassType;
}

/** The types of one house's following, under its own names. */
export function suiviTypes(maison: Maison): SuiviTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, SuiviTypes>();

function declareTypes({ suffixe, complement }: Maison): SuiviTypes {
  @ObjectType(`Suivi${suffixe}`, { description: 'Un objet suivi.' })
  class SuiviType {
    @Field(() => GenreSuivi, { description: 'Genre de l’objet.' })
    genre!: GenreSuivi;

    @Field(() => ID, { description: 'Sa clé dans le graphe.' })
    cle!: string;

    @Field(() => DateTimeScalar, { description: 'Depuis quand il est suivi.' })
    depuis!: Date;
  }

  @ObjectType(`Filtre${suffixe}`, { description: 'Critères d’une liste, gardés sous un nom.' })
  class FiltreType {
    @Field(() => ID, { description: 'Identifiant du filtre.' })
    id!: string;

    @Field(() => String, { description: 'Page de la liste : « /decisions ».' })
    page!: string;

    @Field(() => String, { description: 'Nom donné.' })
    nom!: string;

    @Field(() => String, { description: 'Critères, tels que l’adresse de la page les écrit.' })
    recherche!: string;
  }

  @ObjectType(`Notification${suffixe}`, { description: 'Ce qui est arrivé, dit à un agent.' })
  class NotificationType {
    @Field(() => ID, { description: 'Identifiant, qui croît avec le temps.' })
    id!: string;

    @Field(() => String, { description: 'Ce qui est arrivé, en une phrase.' })
    titre!: string;

    @Field(() => String, { description: 'Page du portail qui ouvre la chose même.' })
    chemin!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Quand.' })
    survenuLe!: Date;

    @Field(() => Boolean, { description: 'Vrai quand l’agent l’a marquée comme lue.' })
    lue!: boolean;

    @Field(() => MotifNotification, { description: 'Pourquoi elle est donnée.' })
    motif!: MotifNotification;
  }

  @ObjectType(`MonSuivi${suffixe}`, {
    description: `Ce qu’un agent ${complement} a réglé pour lui-même ; nul autre ne le lit.`,
  })
  class CarnetType {
    @Field(() => Boolean, { description: 'Vrai quand la lettre du lundi est voulue.' })
    lettre!: boolean;

    @Field(() => String, { nullable: true, description: 'Adresse où elle est envoyée.' })
    courriel!: string | null;

    @Field(() => DateTimeScalar, { nullable: true, description: 'Visite en cours.' })
    derniereVisite!: Date | null;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'Visite d’avant : ce qui a bougé depuis est nouveau.',
    })
    visitePrecedente!: Date | null;
  }

  @ObjectType(`Suivi${suffixe}Payload`, {
    description: 'Réponse à un réglage : ce qui est réglé, ou le refus.',
  })
  class SuiviPayload {
    @Field(() => CarnetType, { nullable: true, description: 'Ce qui est réglé désormais.' })
    suivi!: CarnetType | null;

    @Field(() => FiltreType, { nullable: true, description: 'Filtre gardé, s’il en est question.' })
    filtre!: FiltreType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    carnet: CarnetType,
    suivi: SuiviType,
    suivis: connectionOf(SuiviType, `Suivi${suffixe}`),
    notification: NotificationType,
    notifications: connectionOf(NotificationType, `Notification${suffixe}`),
    filtre: FiltreType,
    payload: SuiviPayload,
  };
}
