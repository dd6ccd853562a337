import { DateScalar, NatureAvenant, Partenaire } from '@passerelle/subgraph';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { AjoutEngagement, ModificationEngagement, Modifications } from '../domain/avenant.js';
import type { Cible, DemandeOuverture, DemandeRedaction } from '../use-cases/tenir-avenants.js';

@InputType('OuvrirAvenantInput', { description: 'Avenant à ouvrir sur le texte en vigueur.' })
export class OuvrirAvenantInput implements DemandeOuverture {
  @Field(() => NatureAvenant, { description: 'Ce qu’il fera.' })
  nature!: NatureAvenant;

  @Field(() => String, { description: 'Objet, 300 caractères au plus.' })
  objet!: string;
}

@InputType('ModificationEnjeuInput', { description: 'Enjeu dont le libellé change.' })
class ModificationEnjeuInput {
  @Field(() => Int, { description: 'Numéro de l’enjeu.' })
  numero!: number;

  @Field(() => String, { description: 'Libellé nouveau.' })
  libelle!: string;
}

@InputType('ModificationEngagementInput', {
  description: 'Engagement qui change ; ce qui n’est pas donné reste.',
})
class ModificationEngagementInput implements ModificationEngagement {
  @Field(() => ID, { description: 'Code de l’engagement.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Libellé nouveau.' })
  libelle?: string | null;

  @Field(() => Partenaire, { nullable: true, description: 'Pilote nouveau.' })
  pilote?: Partenaire | null;

  @Field(() => [Partenaire], { nullable: true, description: 'Copilotes nouveaux.' })
  copilotes?: Partenaire[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Numéro de l’enjeu auquel il répond désormais.',
  })
  enjeu?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Échéance nouvelle.' })
  echeance?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Le retire : son dernier jour. Il reste lisible dans le texte.',
  })
  retireLe?: string | null;
}

@InputType('AjoutEngagementInput', {
  description: 'Engagement à ajouter ; il prend le code suivant.',
})
class AjoutEngagementInput implements AjoutEngagement {
  @Field(() => String, { description: 'Libellé, 2 000 caractères au plus.' })
  libelle!: string;

  @Field(() => Int, { description: 'Numéro de l’enjeu auquel il répond.' })
  enjeu!: number;

  @Field(() => Partenaire, { description: 'Pilote.' })
  pilote!: Partenaire;

  @Field(() => [Partenaire], { nullable: true, description: 'Copilotes.' })
  copilotes?: Partenaire[] | null;

  @Field(() => DateScalar, { description: 'Échéance.' })
  echeance!: string;
}

@InputType('ModificationsTexteInput', {
  description: 'Tout ce que l’avenant change au texte en vigueur ; remplace l’écriture d’avant.',
})
class ModificationsTexteInput implements Modifications {
  @Field(() => String, { nullable: true, description: 'Intitulé nouveau du protocole.' })
  intitule?: string | null;

  @Field(() => [ModificationEnjeuInput], { nullable: true, description: 'Enjeux qui changent.' })
  enjeux?: ModificationEnjeuInput[] | null;

  @Field(() => [ModificationEngagementInput], {
    nullable: true,
    description: 'Engagements qui changent.',
  })
  engagements?: ModificationEngagementInput[] | null;

  @Field(() => [AjoutEngagementInput], {
    nullable: true,
    description: 'Engagements ajoutés, dans l’ordre de leurs codes.',
  })
  ajouts?: AjoutEngagementInput[] | null;
}

const VERSION_ATTENDUE =
  'Version de l’écriture que vous avez lue ; si elle a changé, l’acte est refusé.';

@InputType('ModifierAvenantInput', {
  description: 'Écriture nouvelle d’un avenant ; proposé, il redevient brouillon.',
})
export class ModifierAvenantInput implements DemandeRedaction {
  @Field(() => ID, { description: 'Identifiant de l’avenant.' })
  avenant!: string;

  @Field(() => String, { description: 'Objet, 300 caractères au plus.' })
  objet!: string;

  @Field(() => String, {
    nullable: true,
    description: 'D’où viennent les libellés signés ; nécessaire à une transcription.',
  })
  source?: string | null;

  @Field(() => ModificationsTexteInput, { description: 'Ce qui change.' })
  modifications!: ModificationsTexteInput;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}

@InputType('ActeAvenantInput', { description: 'Avenant sur lequel porte un acte.' })
export class ActeAvenantInput implements Cible {
  @Field(() => ID, { description: 'Identifiant de l’avenant.' })
  avenant!: string;

  @Field(() => Int, { nullable: true, description: VERSION_ATTENDUE })
  versionAttendue?: number | null;
}

@InputType('ModifierTexteEngagementInput', {
  description: 'Changement direct du texte d’un engagement.',
})
export class ModifierTexteEngagementInput {
  @Field(() => ID, { description: 'Code de l’engagement.' })
  engagement!: string;

  @Field(() => String, { description: 'Libellé voulu.' })
  libelle!: string;
}
