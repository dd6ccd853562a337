import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { Visibilite } from '../../contributions/index.js';
import type { Connection } from '../../pagination/connection.js';
import { connectionOf } from '../../pagination/connection.types.js';
import { DateScalar } from '../../schema/date.scalar.js';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import { EtatFiche, IssueFiche, StatutFiche } from './fiche.enums.js';
import { EtapeFicheType, EvaluationFicheType, LigneBudgetFicheType } from './fiche.values.js';

export interface FicheTypes {
  readonly node: ClassType;
  readonly connection: ClassType<Connection<object>>;
  readonly payload: ClassType;
}

/**
 * The types of one house's fiches, under its own names: another house's subgraph only refers to
 * them by key.
 */
export function ficheTypes(maison: Maison): FicheTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = declareTypes(maison);
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, FicheTypes>();

function declareTypes({ suffixe, complement }: Maison): FicheTypes {
  @ObjectType(`FicheAction${suffixe}`, {
    description: `Fiche action ${complement}, version par version.`,
  })
  @Directive('@key(fields: "id")')
  class FicheType {
    @Field(() => Int, { description: 'Numéro de la fiche dans sa maison.' })
    numero!: number;

    @Field(() => Int, { description: 'Numéro de version, à partir de 1.' })
    version!: number;

    @Field(() => EtatFiche, { description: 'État de cette version.' })
    etat!: EtatFiche;

    @Field(() => Visibilite, { description: 'À qui elle est montrée une fois publiée.' })
    visibilite!: Visibilite;

    @Field(() => String, { description: 'Titre de la fiche.' })
    titre!: string;

    @Field(() => String, { nullable: true, description: 'Objet, en texte simple.' })
    objet!: string | null;

    @Field(() => Boolean, {
      description: 'Vrai quand cette version a été renvoyée à la rédaction : elle est à reprendre.',
    })
    renvoyee!: boolean;

    @Field(() => StatutFiche, { description: 'Où en est l’action.' })
    statut!: StatutFiche;

    @Field(() => DateScalar, { nullable: true, description: 'Premier jour de l’action.' })
    debut!: string | null;

    @Field(() => DateScalar, {
      nullable: true,
      description: 'Dernier jour ; au plus tard le 31 décembre 2023 pour une expérimentation.',
    })
    fin!: string | null;

    @Field(() => Boolean, {
      description: 'Vrai pour une action expérimentale du protocole : datée, évaluée, conclue.',
    })
    experimental!: boolean;

    @Field(() => [EtapeFicheType], { description: 'Étapes, dans l’ordre de la fiche.' })
    etapes!: EtapeFicheType[];

    @Field(() => [LigneBudgetFicheType], { description: 'Budget, ligne par ligne.' })
    budget!: LigneBudgetFicheType[];

    @Field(() => EvaluationFicheType, {
      nullable: true,
      description: 'Évaluation d’une expérimentation ; absente tant qu’elle n’est pas faite.',
    })
    evaluation!: EvaluationFicheType | null;

    @Field(() => IssueFiche, {
      nullable: true,
      description: 'Ce que devient l’expérimentation en 2024 ; absent tant que ce n’est pas dit.',
    })
    issue!: IssueFiche | null;

    @Field(() => String, { nullable: true, description: 'Motif de cette issue.' })
    motifIssue!: string | null;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant où cette version a été écrite.' })
    modifieLe!: Date;

    @Field(() => DateTimeScalar, {
      nullable: true,
      description: 'Instant de la publication ; absent avant.',
    })
    publieLe!: Date | null;

    @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
    demonstration!: boolean;
  }

  @ObjectType(`FicheAction${suffixe}Payload`, {
    description: 'Réponse à un acte : la fiche qui en résulte, ou le refus.',
  })
  class FichePayload {
    @Field(() => FicheType, {
      nullable: true,
      description:
        'La fiche telle que l’acte la laisse ; avec un refus de version dépassée, la présente.',
    })
    fiche!: FicheType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    node: FicheType,
    connection: connectionOf(FicheType, `FicheAction${suffixe}`),
    payload: FichePayload,
  };
}
