import type { ASTNode } from 'graphql';
import { type Lieu, lieuOf } from '../lieu.js';

/** Why a schema may not be published: it takes what is not its own. */
export interface OwnershipRefusal {
  readonly code: OwnershipRefusalCode;
  /** Schema coordinate: `Instance.type`, `Mutation.supprimerInstance`, `@requiresScopes`. */
  readonly coordonnee: string;
  /** Where in the candidate's SDL. */
  readonly lieu: Lieu;
  /** Partner whose agreement would be needed; absent when it takes everyone's. */
  readonly proprietaire?: string;
  /** French: what is refused and why. */
  readonly message: string;
  /** French: what would pass. */
  readonly remede: string;
}

/** What a sentence may quote. */
interface Faits {
  readonly coordonnee: string;
  /** Partner that publishes, and the suffix of its contributions. */
  readonly partenaire: string;
  readonly suffixe: string;
  /** Partner that owns what is taken, « tous les partenaires » when it is shared. */
  readonly proprietaire: string;
  readonly detail: string;
}

interface Entry {
  readonly message: (faits: Faits) => string;
  readonly remede: (faits: Faits) => string;
}

const ACCORD = (f: Faits): string =>
  `Demandez l’accord de ${f.proprietaire} : il s’inscrit dans la carte de responsabilité.`;
const REVISION = (f: Faits): string =>
  `Proposez une révision de la carte de responsabilité : elle prend l’accord de ${f.proprietaire}.`;

/** Each kind of refusal. The codes are contract: never renamed, listed in the README. */
const REFUSALS = {
  SCHEMA_ILLISIBLE: {
    message: (f) => `Le schéma de « ${f.partenaire} » ne se lit pas : ${f.detail}`,
    remede: () => 'Corrigez le texte à l’endroit indiqué.',
  },
  SCHEMA_TROP_GRAND: {
    message: (f) => `Le schéma de « ${f.partenaire} » dépasse ${f.detail} octets.`,
    remede: () => 'Réduisez-le avant de le publier.',
  },
  PARTENAIRE_INCONNU: {
    message: (f) => `« ${f.partenaire} » n’est pas dans la carte de responsabilité.`,
    remede: REVISION,
  },
  TYPE_D_AUTRUI: {
    message: (f) =>
      `« ${f.coordonnee} » appartient à ${f.proprietaire} : « ${f.partenaire} » ne peut ni le définir ni l’étendre${f.detail}.`,
    remede: (f) =>
      `Sur une entité, ajoutez une contribution nullable sous sa clé, par exemple « note${f.suffixe}: String » ; sinon, définissez un type à vous ou demandez que celui-ci devienne une valeur partagée.`,
  },
  CHAMP_D_AUTRUI: {
    message: (f) =>
      `« ${f.coordonnee} » est donné par ${f.proprietaire} : « ${f.partenaire} » ne peut pas le définir aussi.`,
    remede: (f) =>
      `Retirez ce champ, ou dites votre propre part sous un autre nom, terminé par « ${f.suffixe} ».`,
  },
  CONTRIBUTION_SANS_SUFFIXE: {
    message: (f) =>
      `« ${f.coordonnee} » contribue à une entité de ${f.proprietaire} : son nom doit se terminer par « ${f.suffixe} ».`,
    remede: (f) => `Renommez-le « ${f.detail} ».`,
  },
  CONTRIBUTION_NON_NULLABLE: {
    message: (f) =>
      `« ${f.coordonnee} » (${f.detail}) doit pouvoir être nul : l’absence de « ${f.partenaire} » effacerait le reste de la réponse.`,
    remede: () => 'Retirez le point d’exclamation final.',
  },
  NOM_RESERVE: {
    message: (f) =>
      `Le nom « ${f.coordonnee} » annonce ${f.proprietaire}, et « ${f.partenaire} » le publie.`,
    remede: () => 'Choisissez un nom qui ne porte pas le suffixe d’un autre partenaire.',
  },
  MUTATION_SUR_AUTRUI: {
    message: (f) =>
      `« ${f.coordonnee} » écrit ou rend « ${f.detail} », qui appartient à ${f.proprietaire}.`,
    remede: (f) =>
      `N’écrivez que vos entités, et rendez-les : le client suivra leur référence. Pour agir chez ${f.proprietaire}, appelez sa mutation.`,
  },
  CLE_CHANGEE: {
    message: (f) => `La clé de « ${f.coordonnee} » est celle de ${f.proprietaire} : ${f.detail}.`,
    remede: (f) =>
      `Reprenez une clé que ${f.proprietaire} donne, champ pour champ, type pour type.`,
  },
  OVERRIDE_SANS_ACCORD: {
    message: (f) =>
      `@override sur « ${f.coordonnee} » prend le champ à ${f.proprietaire} sans son accord.`,
    remede: ACCORD,
  },
  SHAREABLE_SANS_ACCORD: {
    message: (f) =>
      `@shareable sur « ${f.coordonnee} » donnerait à « ${f.partenaire} » de répondre à la place de ${f.proprietaire}.`,
    remede: ACCORD,
  },
  PROVIDES_SANS_ACCORD: {
    message: (f) =>
      `@provides donnerait à « ${f.partenaire} » de répondre « ${f.coordonnee} » à la place de ${f.proprietaire}.`,
    remede: ACCORD,
  },
  REQUIRES_SANS_ACCORD: {
    message: (f) =>
      `@requires ferait lire « ${f.coordonnee} » de ${f.proprietaire} par « ${f.partenaire} » à chaque demande.`,
    remede: ACCORD,
  },
  RESTRICTION_SUR_AUTRUI: {
    message: (f) =>
      `@${f.detail} sur « ${f.coordonnee} » changerait pour tous ce qui appartient à ${f.proprietaire}.`,
    remede: (f) => `Retirez la directive : seul ${f.proprietaire} la pose.`,
  },
  DIRECTIVE_RENOMMEE: {
    message: (f) => `« ${f.coordonnee} » : ${f.detail}.`,
    remede: () =>
      'Importez les directives de la fédération sous leur nom, sans « as », et ne les redéfinissez pas.',
  },
  LIEN_REFUSE: {
    message: (f) => `Lien de schéma refusé : ${f.detail}.`,
    remede: () =>
      'Gardez un seul lien : @link(url: "https://specs.apollo.dev/federation/v2.9", import: [...]).',
  },
  RACINE_D_AUTRUI: {
    message: (f) => `« ${f.coordonnee} » est un champ de ${f.proprietaire}.`,
    remede: (f) =>
      `Choisissez un nom qui porte « ${f.suffixe} », ou placez la donnée dans une contribution à l’entité.`,
  },
  RACINE_NON_ATTRIBUEE: {
    message: (f) =>
      `« ${f.coordonnee} » n’est attribué à personne, et l’espace des champs racine est commun.`,
    remede: (f) =>
      `Mettez « ${f.suffixe} » dans son nom, ou faites-le attribuer par une révision de la carte de responsabilité.`,
  },
  SECOURS_HORS_TEXTE_COMMUN: {
    message: (f) =>
      `« ${f.coordonnee} » est donné en secours${f.detail}, et n’est pas dans le texte commun de ce partenaire.`,
    remede: (f) =>
      `Retirez @secours et le champ, ou proposez une révision de la carte avec l’accord de ${f.proprietaire}.`,
  },
  SECOURS_PROTECTION_DIFFERENTE: {
    message: (f) => `« ${f.coordonnee} » n’est pas protégé comme son original : ${f.detail}.`,
    remede: () => 'Reprenez les directives d’autorisation de l’original.',
  },
  VALEUR_PARTAGEE_RETRECIE: {
    message: (f) => `« ${f.coordonnee} » est une valeur partagée et perdrait : ${f.detail}.`,
    remede: () => 'Reprenez la définition de la carte de responsabilité, mot pour mot.',
  },
  VALEUR_PARTAGEE_CHANGEE: {
    message: (f) => `« ${f.coordonnee} » est une valeur partagée et gagnerait : ${f.detail}.`,
    remede: REVISION,
  },
} as const satisfies Record<string, Entry>;

export type OwnershipRefusalCode = keyof typeof REFUSALS;

export const OWNERSHIP_REFUSAL_CODES: readonly string[] = Object.keys(REFUSALS);

export interface RefusalFacts {
  readonly coordonnee: string;
  readonly node: ASTNode | Lieu;
  readonly partenaire: string;
  readonly suffixe: string;
  readonly proprietaire?: string | undefined;
  readonly detail?: string;
}

export function ownershipRefusal(
  code: OwnershipRefusalCode,
  { coordonnee, node, partenaire, suffixe, proprietaire, detail = '' }: RefusalFacts,
): OwnershipRefusal {
  const entry: Entry = REFUSALS[code];
  const facts: Faits = {
    coordonnee,
    partenaire,
    suffixe,
    proprietaire: proprietaire === undefined ? 'tous les partenaires' : `« ${proprietaire} »`,
    detail,
  };
  return {
    code,
    coordonnee,
    lieu: 'ligne' in node ? node : lieuOf(node),
    ...(proprietaire === undefined ? {} : { proprietaire }),
    message: entry.message(facts),
    remede: entry.remede(facts),
  };
}
