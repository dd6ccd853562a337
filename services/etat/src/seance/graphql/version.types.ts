import { connectionOf, DateTimeScalar } from '@passerelle/subgraph';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChampDeVersion } from '../domain/changements.js';

registerEnumType(ChampDeVersion, {
  name: 'ChampDeVersion',
  description: 'Ce qui diffère entre deux versions qui se suivent.',
  valuesConfig: {
    JOUR: { description: 'Jour de la séance, « AAAA-MM-JJ ».' },
    DEBUT: { description: 'Début, instant.' },
    FIN: { description: 'Fin, instant.' },
    LIEU: { description: 'Lieu.' },
    OBJET: { description: 'Objet.' },
    STATUT: { description: 'État de la séance ou de la décision, par son code.' },
    PUBLIQUE: { description: 'Montrée hors des maisons : « OUI » ou « NON ».' },
    PRESENCE: { description: 'Présence d’un membre : « PRESENT » ou « ABSENT ».' },
    SIGNATURE: { description: 'Signature d’un membre : « OUI » ou « NON ».' },
    POINT: { description: 'Point proposé, retiré ou reformulé.' },
    ORDRE: { description: 'Ordre des points, intitulés séparés par « ; ».' },
    TEXTE: { description: 'Texte de la décision, ou ligne du relevé écrite ou retirée.' },
    RESPONSABLE: { description: 'Maison qui répond de la décision, par son code.' },
    FONCTION_RESPONSABLE: { description: 'Fonction qui en répond.' },
    ECHEANCE: { description: 'Jour pour lequel elle est due, « AAAA-MM-JJ ».' },
    ENGAGEMENT: { description: 'Code de l’engagement qu’elle sert.' },
    SUJETS: { description: 'Sujets, par leurs codes.' },
  },
});

@ObjectType('ChangementDeVersion', {
  description: 'Différence entre une version et celle qu’elle remplace.',
})
export class ChangementDeVersionType {
  @Field(() => ChampDeVersion, { description: 'Ce qui a changé.' })
  champ!: ChampDeVersion;

  @Field(() => String, {
    nullable: true,
    description: 'Membre dont il s’agit ; absent quand le champ dit tout.',
  })
  sujet!: string | null;

  @Field(() => String, { nullable: true, description: 'Avant ; absent quand il n’y avait rien.' })
  avant!: string | null;

  @Field(() => String, { nullable: true, description: 'Après ; absent quand c’est retiré.' })
  apres!: string | null;
}

@ObjectType('VersionDeSeance', {
  description: 'Version d’une séance, de son ordre du jour, de son relevé ou d’une décision.',
})
export class VersionDeSeanceType {
  @Field(() => Int, { description: 'Numéro, à partir de 1 ; à donner pour la rétablir.' })
  version!: number;

  @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
  auteur!: string;

  @Field(() => DateTimeScalar, { description: 'Instant où elle a été écrite.' })
  le!: Date;

  @Field(() => Boolean, { description: 'Vrai pour celle qui est en vigueur.' })
  presente!: boolean;

  @Field(() => [ChangementDeVersionType], {
    description: 'Ce qui diffère de la version précédente ; vide pour la première qui est gardée.',
  })
  changements!: ChangementDeVersionType[];

  @Field(() => String, {
    nullable: true,
    description: 'Texte entier, pour un relevé ou une décision.',
  })
  texte!: string | null;
}

export const VersionDeSeanceConnection = connectionOf(VersionDeSeanceType, 'VersionDeSeance');
