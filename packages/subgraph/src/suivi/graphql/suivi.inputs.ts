import { Field, ID, InputType } from 'type-graphql';
import { GenreSuivi } from './suivi.enums.js';

// The three houses print these inputs alike: one wording, one shape.

@InputType('SujetSuiviInput', { description: 'Un objet que l’on suit.' })
export class SujetSuiviInput {
  @Field(() => GenreSuivi, { description: 'Genre de l’objet.' })
  genre!: GenreSuivi;

  @Field(() => ID, { description: 'Sa clé dans le graphe.' })
  cle!: string;
}

@InputType('LettreInput', { description: 'La lettre du lundi : voulue ou non, à quelle adresse.' })
export class LettreInput {
  @Field(() => Boolean, { description: 'Vrai pour la recevoir.' })
  lettre!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Adresse professionnelle dans la maison ; absente : celle déjà donnée, vide : oubliée.',
  })
  courriel?: string | null;
}

@InputType('FiltreInput', { description: 'Critères d’une liste, à retrouver sous un nom.' })
export class FiltreInput {
  @Field(() => String, { description: 'Page de la liste : « /decisions ».' })
  page!: string;

  @Field(() => String, { description: 'Nom donné, 80 caractères au plus.' })
  nom!: string;

  @Field(() => String, { description: 'Critères, tels que l’adresse de la page les écrit.' })
  recherche!: string;
}

@InputType('NotificationsLuesInput', { description: 'Notifications à marquer comme lues.' })
export class NotificationsLuesInput {
  @Field(() => [ID], { nullable: true, description: 'Celles-ci, cent au plus.' })
  ids?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Toutes, jusqu’à celle-ci comprise.' })
  jusqua?: string | null;
}

@InputType('FiltreGardeInput', { description: 'Un filtre gardé.' })
export class FiltreGardeInput {
  @Field(() => ID, { description: 'Identifiant du filtre.' })
  id!: string;
}

@InputType('VisiteInput', { description: 'Une visite du portail.' })
export class VisiteInput {
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Vrai : une nouvelle visite, même moins de 30 minutes après la précédente.',
  })
  nouvelle?: boolean | null;
}
