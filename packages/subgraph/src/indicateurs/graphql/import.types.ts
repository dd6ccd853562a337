import {
  type ClassType,
  Directive,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { DateScalar } from '../../schema/date.scalar.js';
import { Maille } from '../../vocabulaire/enums.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { DemandeDAnnulation } from '../use-cases/annuler-import.js';
import type { DemandeDImport } from '../use-cases/importer-mesures.js';
import { Dimension, Modalite } from './indicateur.enums.js';
import { ErreurDeLigne } from './indicateur.values.js';

const FormeDeFichier = {
  LONGUE: 'LONGUE',
  LARGE: 'LARGE',
  SERIE: 'SERIE',
  SERIES: 'SERIES',
} as const;

registerEnumType(FormeDeFichier, {
  name: 'FormeDeFichier',
  description: 'Disposition reconnue dans un fichier de valeurs.',
  valuesConfig: {
    LONGUE: { description: 'Une valeur par ligne.' },
    LARGE: { description: 'Un territoire par ligne, une période par colonne.' },
    SERIE: { description: 'Une période par ligne, un seul territoire.' },
    SERIES: {
      description: 'Une série par ligne, nommée par son territoire ; une période par colonne.',
    },
  },
});

@ObjectType({ description: 'Ce qu’un fichier changerait à une case.' })
@Directive('@shareable')
export class ChangementDeMesure {
  @Field(() => Maille, { description: 'Maille du territoire de la case.' })
  maille!: Maille;

  @Field(() => ID, { description: 'Code du territoire de la case.' })
  code!: string;

  @Field(() => String, { description: 'Nom du territoire de la case.' })
  nom!: string;

  @Field(() => String, { description: 'Période de la case.' })
  periode!: string;

  @Field(() => Dimension, { nullable: true, description: 'Ventilation ; absente pour le total.' })
  dimension!: Dimension | null;

  @Field(() => Modalite, { nullable: true, description: 'Case ; absente pour le total.' })
  modalite!: Modalite | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Valeur en place ; absente s’il n’y en a pas.',
  })
  avant!: number | null;

  @Field(() => Float, { description: 'Valeur du fichier.' })
  apres!: number;
}

// Not the territory itself, which is the État's: a mutation answers with what is its own house's.
@ObjectType({ description: 'Ce qu’un territoire inconnu d’un fichier veut peut-être dire.' })
@Directive('@shareable')
export class TerritoirePropose {
  @Field(() => ID, { description: 'Code officiel.' })
  code!: string;

  @Field(() => Maille, { description: 'Maille du territoire.' })
  maille!: Maille;

  @Field(() => String, { description: 'Nom du territoire.' })
  nom!: string;
}

@ObjectType({
  description: 'Territoire d’un fichier que la région n’a pas, et ce qu’il veut peut-être dire.',
})
@Directive('@shareable')
export class TerritoireInconnu {
  @Field(() => String, { description: 'Code du fichier ; vide quand il ne donne qu’un nom.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Nom que le fichier lui donne.' })
  nom!: string | null;

  @Field(() => Int, { description: 'Nombre de lignes du fichier qui le nomment.' })
  lignes!: number;

  @Field(() => TerritoirePropose, {
    nullable: true,
    description: 'Territoire de la région qui lui ressemble : même code autrement écrit, même nom.',
  })
  suggestion!: TerritoirePropose | null;
}

export interface ImportTypes {
  readonly payload: ClassType;
  readonly input: ClassType<DemandeDImport>;
  readonly annulation: ClassType;
  readonly annulationInput: ClassType<DemandeDAnnulation>;
}

export function importTypes({ suffixe, complement }: Maison): ImportTypes {
  @ObjectType(`ImportMesures${suffixe}Payload`, {
    description: 'Ce qu’un fichier change, ou changerait ; tout, ou rien.',
  })
  class ImportType {
    @Field(() => Boolean, { description: 'Vrai quand les valeurs ont été publiées.' })
    importe!: boolean;

    @Field(() => FormeDeFichier, { nullable: true, description: 'Disposition reconnue.' })
    forme!: keyof typeof FormeDeFichier | null;

    @Field(() => Int, { description: 'Cases sans valeur jusqu’ici.' })
    nouvelles!: number;

    @Field(() => Int, { description: 'Cases dont la valeur change.' })
    modifiees!: number;

    @Field(() => Int, { description: 'Cases que le fichier redonne à l’identique.' })
    inchangees!: number;

    @Field(() => Int, {
      description:
        'Cases vides du fichier, lignes de mailles ou de croisements non publiés, et lignes d’autres régions quand elles sont ignorées.',
    })
    ignorees!: number;

    @Field(() => Int, {
      nullable: true,
      description:
        'À l’aperçu d’un effectif : cases montrées jusqu’ici, que ce fichier ferait masquer.',
    })
    masquees!: number | null;

    @Field(() => [TerritoireInconnu], {
      description: 'Les 100 premiers territoires du fichier que la région n’a pas.',
    })
    inconnus!: TerritoireInconnu[];

    @Field(() => ID, {
      nullable: true,
      description: 'Ce qui a été publié, pour l’annuler ; absent d’un aperçu.',
    })
    lot!: string | null;

    @Field(() => [ChangementDeMesure], { description: 'Les 100 premières cases qui changent.' })
    changements!: ChangementDeMesure[];

    @Field(() => Int, { description: 'Nombre d’erreurs.' })
    nombreErreurs!: number;

    @Field(() => [ErreurDeLigne], { description: 'Les 100 premières erreurs, ligne par ligne.' })
    erreurs!: ErreurDeLigne[];

    @Field(() => String, {
      nullable: true,
      description:
        'Du fichier et des valeurs en place : donnée à l’import, elle le fait échouer si l’un a changé depuis l’aperçu.',
    })
    empreinte!: string | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`ImporterMesures${suffixe}Input`, {
    description: `Fichier de valeurs d’un indicateur ${complement}.`,
  })
  class ImporterInput implements DemandeDImport {
    @Field(() => ID, { description: 'Code de l’indicateur.' })
    indicateur!: string;

    @Field(() => String, { description: 'Texte du fichier CSV, 20 000 lignes au plus.' })
    contenu!: string;

    @Field(() => Maille, {
      nullable: true,
      description: 'Maille des codes, quand le fichier ne la dit pas.',
    })
    maille?: Maille | null;

    @Field(() => ID, {
      nullable: true,
      description: 'Code du territoire, pour une série qui n’en porte pas.',
    })
    territoire?: string | null;

    @Field(() => DateScalar, {
      nullable: true,
      description:
        'Jour auquel les valeurs sont arrêtées ; le dernier de chaque période par défaut.',
    })
    dateValeur?: string | null;

    @Field(() => String, { description: 'Source du fichier, de 3 à 300 caractères.' })
    source!: string;

    @Field(() => Boolean, {
      nullable: true,
      defaultValue: false,
      description:
        'Laisser de côté les territoires d’autres régions, que porte un fichier national.',
    })
    ignorerHorsRegion?: boolean | null;

    @Field(() => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'Dire ce qui changerait, sans rien écrire.',
    })
    simuler?: boolean | null;

    @Field(() => String, { nullable: true, description: 'Empreinte de l’aperçu qui a été lu.' })
    empreinteAttendue?: string | null;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }

  @ObjectType(`AnnulerImportMesures${suffixe}Payload`, {
    description: 'Réponse à l’annulation d’un import.',
  })
  class AnnulationType {
    @Field(() => Boolean, { description: 'Vrai quand les valeurs d’avant sont revenues.' })
    annule!: boolean;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @InputType(`AnnulerImportMesures${suffixe}Input`, {
    description: `Import à annuler, d’un indicateur ${complement}.`,
  })
  class AnnulationInput implements DemandeDAnnulation {
    @Field(() => ID, { description: 'Code de l’indicateur.' })
    indicateur!: string;

    @Field(() => ID, { description: 'Ce que l’import a rendu sous « lot ».' })
    lot!: string;

    @Field(() => ID, {
      nullable: true,
      description:
        'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.',
    })
    cleIdempotence?: string | null;
  }

  return {
    payload: ImportType,
    input: ImporterInput,
    annulation: AnnulationType,
    annulationInput: AnnulationInput,
  };
}
