import { type ClassType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../schema/date-time.scalar.js';
import type { Maison } from '../../vocabulaire/maison.js';
import { RefusType } from '../../vocabulaire/refus.js';
import type { LigneSaisie } from '../domain/import.js';
import type { DemandeEnsemble } from '../use-cases/agir-ensemble.js';
import type { DemandeImport } from '../use-cases/importer.js';
import { EtatContribution } from './contribution.enums.js';
import { contributionTypes } from './contribution.types.js';

export interface ImportTypes {
  readonly importation: ClassType;
  readonly payload: ClassType;
  readonly annulation: ClassType;
  readonly ensemble: ClassType;
  readonly importer: ClassType<DemandeImport>;
  readonly agir: ClassType<DemandeEnsemble>;
  readonly annuler: ClassType<{ import: string }>;
}

/** What goes and comes when one house's contributions move together, under that house's names. */
export function importTypes(maison: Maison): ImportTypes {
  const known = declared.get(maison.suffixe);
  if (known) return known;
  const types = { ...declareTypes(maison), ...declareInputs(maison) };
  declared.set(maison.suffixe, types);
  return types;
}

/** type-graphql remembers each class for the life of the process: one declaration per name. */
const declared = new Map<string, ImportTypes>();

const CLE_IDEMPOTENCE =
  'Clé choisie par l’appelant : le même envoi répété sous la même clé n’est fait qu’une fois.';

function declareTypes(maison: Maison): Omit<ImportTypes, 'importer' | 'agir' | 'annuler'> {
  const { suffixe, complement } = maison;
  const { node } = contributionTypes(maison);

  @ObjectType(`ImportContributions${suffixe}`, {
    description: `Brouillons de la maison ${complement} issus d’un même fichier ; ils s’annulent ensemble.`,
  })
  class ImportType {
    @Field(() => ID, { description: 'Identifiant de l’import.' })
    id!: string;

    @Field(() => String, { description: 'Fonction et organisation, jamais un nom.' })
    auteur!: string;

    @Field(() => DateTimeScalar, { description: 'Instant de l’enregistrement.' })
    faitLe!: Date;

    @Field(() => DateTimeScalar, { nullable: true, description: 'Instant de l’annulation.' })
    annuleLe!: Date | null;

    @Field(() => [ID], { description: 'Engagements dont il a fait un nouveau brouillon.' })
    engagements!: string[];
  }

  @ObjectType(`ChampImporte${suffixe}`, { description: 'Champ qu’une ligne du fichier change.' })
  class ChampType {
    @Field(() => String, {
      description: 'avancement, meteo, commentaire, preuve ou visibilite.',
    })
    champ!: string;

    @Field(() => String, { nullable: true, description: 'Valeur enregistrée ; absente si vide.' })
    avant!: string | null;

    @Field(() => String, { nullable: true, description: 'Valeur du fichier ; absente si vide.' })
    apres!: string | null;
  }

  @ObjectType(`ChangementImporte${suffixe}`, {
    description: 'Ce qu’une ligne du fichier change à la contribution enregistrée.',
  })
  class ChangementType {
    @Field(() => Int, { description: 'Numéro de la ligne dans le fichier.' })
    ligne!: number;

    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => Int, { description: 'Version comparée ; 0 quand il n’y en a pas encore.' })
    version!: number;

    @Field(() => EtatContribution, { nullable: true, description: 'État de la version comparée.' })
    etat!: EtatContribution | null;

    @Field(() => [ChampType], { description: 'Champs qui changent, avant et après.' })
    champs!: ChampType[];
  }

  @ObjectType(`ErreurImport${suffixe}`, { description: 'Erreur sur une ligne du fichier.' })
  class ErreurType {
    @Field(() => Int, { description: 'Numéro de la ligne dans le fichier.' })
    ligne!: number;

    @Field(() => String, { description: 'Engagement, tel qu’écrit dans le fichier.' })
    engagement!: string;

    @Field(() => String, { nullable: true, description: 'Champ en cause ; absent pour la ligne.' })
    champ!: string | null;

    @Field(() => String, { description: 'Code stable, listé dans la documentation.' })
    code!: string;

    @Field(() => String, { description: 'Ce qui ne va pas et ce qu’il faut écrire.' })
    message!: string;
  }

  @ObjectType(`ImporterContributions${suffixe}Payload`, {
    description: 'Ce qu’un fichier change ou changerait, et les erreurs de chaque ligne.',
  })
  class ImporterPayload {
    @Field(() => ImportType, {
      name: 'import',
      nullable: true,
      description: 'Présent quand les brouillons ont été enregistrés.',
    })
    importe!: ImportType | null;

    @Field(() => [ChangementType], { description: 'Changements, ligne par ligne.' })
    changements!: ChangementType[];

    @Field(() => Int, { description: 'Lignes qui disent ce qui est déjà enregistré.' })
    inchangees!: number;

    @Field(() => [ErreurType], { description: 'Erreurs, dans l’ordre des lignes.' })
    erreurs!: ErreurType[];

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @ObjectType(`AnnulerImportContributions${suffixe}Payload`, {
    description: 'L’import annulé, ou le refus.',
  })
  class AnnulationPayload {
    @Field(() => ImportType, {
      name: 'import',
      nullable: true,
      description: 'Import dont les brouillons sont écartés.',
    })
    importe!: ImportType | null;

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  @ObjectType(`EngagementRefuse${suffixe}`, {
    description: 'Contribution qui ne peut pas avancer, et pourquoi.',
  })
  class EngagementRefuseType {
    @Field(() => String, { description: 'Code de l’engagement, tel que demandé.' })
    engagement!: string;

    @Field(() => String, { description: 'Code stable, listé dans la documentation.' })
    code!: string;

    @Field(() => String, { description: 'Ce qui s’est passé et ce qu’il est possible de faire.' })
    message!: string;
  }

  @ObjectType(`Contributions${suffixe}Payload`, {
    description: 'Réponse à un acte sur plusieurs contributions : toutes, ou aucune.',
  })
  class EnsemblePayload {
    @Field(() => [node], { description: 'Versions sur lesquelles l’acte a porté.' })
    contributions!: object[];

    @Field(() => [EngagementRefuseType], { description: 'Ce qui empêche l’acte.' })
    refuses!: EngagementRefuseType[];

    @Field(() => RefusType, { nullable: true, description: 'Présent quand rien n’a changé.' })
    refus!: RefusType | null;
  }

  return {
    importation: ImportType,
    payload: ImporterPayload,
    annulation: AnnulationPayload,
    ensemble: EnsemblePayload,
  };
}

function declareInputs({
  suffixe,
  complement,
}: Maison): Pick<ImportTypes, 'importer' | 'agir' | 'annuler'> {
  @InputType(`LigneContribution${suffixe}Input`, {
    description: 'Ligne d’un tableur, telle que remplie : chaque valeur est un texte.',
  })
  class LigneInput implements LigneSaisie {
    @Field(() => Int, { description: 'Numéro de la ligne dans le fichier.' })
    ligne!: number;

    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => String, { nullable: true, description: 'Avancement, de 0 à 100.' })
    avancement?: string | null;

    @Field(() => String, { nullable: true, description: 'SOLEIL, COUVERT, NUAGE ou ORAGE.' })
    meteo?: string | null;

    @Field(() => String, { nullable: true, description: 'Texte simple ; vide, il est retiré.' })
    commentaire?: string | null;

    @Field(() => String, { nullable: true, description: 'Adresse https ou référence.' })
    preuve?: string | null;

    @Field(() => String, {
      nullable: true,
      description: 'MAISON, PARTENAIRES ou PUBLIC ; vide, elle reste ce qu’elle était.',
    })
    visibilite?: string | null;

    @Field(() => Int, {
      nullable: true,
      description: 'Version que le fichier reprend (0 : aucune) ; si elle a changé, erreur.',
    })
    versionAttendue?: number | null;
  }

  @InputType(`ImporterContributions${suffixe}Input`, {
    description: `Contributions ${complement} remplies dans un tableur.`,
  })
  class ImporterInput {
    @Field(() => [LigneInput], { description: 'Lignes du fichier, 100 au plus.' })
    lignes!: LigneInput[];

    @Field(() => Boolean, { description: 'Vrai : dire seulement ce qui changerait.' })
    simuler!: boolean;

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`CibleContribution${suffixe}Input`, { description: 'Contribution à faire avancer.' })
  class CibleInput {
    @Field(() => ID, { description: 'Code de l’engagement.' })
    engagement!: string;

    @Field(() => Int, {
      nullable: true,
      description: 'Version sur laquelle vous décidez ; si elle a changé, l’acte est refusé.',
    })
    versionAttendue?: number | null;
  }

  @InputType(`ActeContributions${suffixe}Input`, {
    description: `Acte sur plusieurs contributions ${complement} à la fois.`,
  })
  class ActeInput {
    @Field(() => [CibleInput], { description: 'Contributions concernées, 100 au plus.' })
    contributions!: CibleInput[];

    @Field(() => ID, { nullable: true, description: CLE_IDEMPOTENCE })
    cleIdempotence?: string | null;
  }

  @InputType(`AnnulerImportContributions${suffixe}Input`, { description: 'Import à annuler.' })
  class AnnulerInput {
    @Field(() => ID, { description: 'Identifiant de l’import.' })
    import!: string;
  }

  return { importer: ImporterInput, agir: ActeInput, annuler: AnnulerInput };
}
