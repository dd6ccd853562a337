import {
  connectionOf,
  DateTimeScalar,
  NatureAvenant,
  Partenaire,
  RefusType,
} from '@passerelle/subgraph';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EtatAvenant } from '../domain/avenant.js';

registerEnumType(NatureAvenant, {
  name: 'NatureAvenant',
  description: 'Ce que fait un avenant.',
  valuesConfig: {
    AVENANT: { description: 'Il change le texte.' },
    TRANSCRIPTION: {
      description: 'Il charge les libellés signés : ils deviennent officiels, avec leur source.',
    },
  },
});

registerEnumType(EtatAvenant, {
  name: 'EtatAvenant',
  description: 'Vie d’un avenant.',
  valuesConfig: {
    BROUILLON: { description: 'En rédaction, lu de l’État seul.' },
    PROPOSE: { description: 'Proposé aux trois maisons, qui valident.' },
    PUBLIE: { description: 'En vigueur : chaque maison l’a porté sur son original.' },
    ABANDONNE: { description: 'Écarté, sans effet.' },
  },
});

@ObjectType('ChangementTexte', { description: 'Passage du texte, avant et après.' })
export class ChangementTexteType {
  @Field(() => String, { description: '« E07 », « enjeu 2 » ou « protocole ».' })
  sujet!: string;

  @Field(() => String, { description: 'Ce qui change : libelle, pilote, copilotes, echeance…' })
  champ!: string;

  @Field(() => String, { description: 'Dans le texte de départ.' })
  avant!: string;

  @Field(() => String, { description: 'Dans l’avenant.' })
  apres!: string;
}

@ObjectType('ValidationAvenant', {
  description: 'Validation d’une maison, telle que l’État l’a reçue.',
})
export class ValidationAvenantType {
  @Field(() => Partenaire, { description: 'Maison qui a validé.' })
  partenaire!: Partenaire;

  @Field(() => String, { description: 'Empreinte du texte validé.' })
  empreinte!: string;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de la validation.' })
  le!: Date;

  @Field(() => Boolean, { description: 'Vrai quand le texte a changé depuis.' })
  perimee!: boolean;
}

@ObjectType('Avenant', {
  description:
    'Changement du texte signé : rédigé par l’État, validé par chacune des trois maisons, publié ensuite.',
})
@Directive('@key(fields: "id")')
export class AvenantType {
  @Field(() => ID, { description: 'Identifiant : « protocole-2023:avenant-1 ».' })
  id!: string;

  @Field(() => Int, { description: 'Rang de l’avenant, à partir de 1.' })
  numero!: number;

  @Field(() => NatureAvenant, { description: 'Ce qu’il fait.' })
  nature!: NatureAvenant;

  @Field(() => EtatAvenant, { description: 'Où il en est.' })
  etat!: EtatAvenant;

  @Field(() => String, { description: 'Objet, en une phrase.' })
  objet!: string;

  @Field(() => String, { nullable: true, description: 'D’où viennent les libellés transcrits.' })
  source!: string | null;

  @Field(() => Int, { description: 'Version du texte sur laquelle il a été ouvert.' })
  versionDeBase!: number;

  @Field(() => Int, { description: 'Version de l’écriture, à redonner quand on la modifie.' })
  version!: number;

  @Field(() => String, { description: 'SHA-256 du texte qu’il ferait : ce qu’on valide.' })
  empreinte!: string;

  @Field(() => String, { description: 'Fonction et organisation de qui a écrit en dernier.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant de l’ouverture.' })
  ouvertLe!: Date;

  @Field(() => DateTimeScalar, { description: 'Instant de la dernière écriture.' })
  modifieLe!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de la proposition.' })
  proposeLe!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de la publication.' })
  publieLe!: Date | null;

  @Field(() => Boolean, { description: 'Vrai pour une donnée de démonstration.' })
  demonstration!: boolean;
}

export const AvenantConnection = connectionOf(AvenantType, 'Avenant');

@ObjectType('ErreurAvenant', { description: 'Ce qui est refusé, là où c’est saisi.' })
class ErreurAvenant {
  @Field(() => String, { description: '« E07 », « enjeu 2 » ou « protocole ».' })
  sujet!: string;

  @Field(() => String, { description: 'Champ refusé : libelle, enjeu, pilote, copilotes…' })
  champ!: string;

  @Field(() => String, { description: 'Code stable, un de ceux des refus.' })
  code!: string;

  @Field(() => String, { description: 'Ce qui ne va pas et comment faire.' })
  message!: string;
}

@ObjectType('AvenantPayload', {
  description: 'Réponse à un acte : l’avenant qui en résulte, ou le refus.',
})
export class AvenantPayload {
  @Field(() => AvenantType, {
    nullable: true,
    description: 'Avenant sur lequel l’acte a porté ; tel qu’il est, quand sa version a changé.',
  })
  avenant!: AvenantType | null;

  @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
  refus!: RefusType | null;

  @Field(() => [ErreurAvenant], {
    description: 'Tout ce qui est refusé dans l’écriture, champ par champ ; vide sinon.',
  })
  erreurs!: readonly ErreurAvenant[];
}

@ObjectType('TexteEngagementPayload', {
  description: 'Réponse à un changement direct du texte signé.',
})
export class TexteEngagementPayload {
  @Field(() => RefusType, { nullable: true, description: 'Toujours présent après la signature.' })
  refus!: RefusType | null;
}
