import type { Severite } from './graph-change.js';

/** What a sentence may quote. */
export interface Faits {
  readonly coordonnee: string;
  readonly avant: string;
  readonly apres: string;
}

interface Entry {
  readonly severite: Severite;
  readonly message: (faits: Faits) => string;
  readonly remede: string;
}

const DEPRECIER =
  'Gardez-le en le dépréciant avec une date, par exemple @deprecated(reason: "Remplacé par … ; retrait le AAAA-MM-JJ"), et retirez-le une fois la date passée.';
const FACULTATIF = 'Rendez-le facultatif, ou donnez-lui une valeur par défaut.';
const AUTRE_CHAMP =
  'Ajoutez un autre champ avec le nouveau type, puis dépréciez celui-ci avec une date de retrait.';
const ENTREE =
  'Ajoutez une autre entrée avec le nouveau type, puis dépréciez celle-ci avec une date de retrait.';
const CLIENTS = 'Prévenez les clients : ils doivent savoir recevoir ce qu’ils ne connaissent pas.';

/** Each kind of change. The codes are contract: never renamed, listed in the README. */
export const CHANGE_CATALOGUE = {
  TYPE_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `Le type « ${f.coordonnee} » est retiré.`,
    remede: `Gardez-le tant que des champs le donnent ; dépréciez d’abord ces champs avec une date de retrait.`,
  },
  TYPE_AJOUTE: {
    severite: 'SANS_RISQUE',
    message: (f) => `Le type « ${f.coordonnee} » est ajouté.`,
    remede: '',
  },
  TYPE_NATURE_CHANGEE: {
    severite: 'CASSANT',
    message: (f) => `« ${f.coordonnee} » était ${f.avant} et devient ${f.apres}.`,
    remede: 'Donnez un autre nom au nouveau type et gardez l’ancien le temps de la transition.',
  },
  CHAMP_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `Le champ « ${f.coordonnee} » (${f.avant}) est retiré.`,
    remede: DEPRECIER,
  },
  CHAMP_AJOUTE: {
    severite: 'SANS_RISQUE',
    message: (f) => `Le champ « ${f.coordonnee} » (${f.apres}) est ajouté.`,
    remede: '',
  },
  CHAMP_TYPE_CHANGE: {
    severite: 'CASSANT',
    message: (f) => `Le champ « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: AUTRE_CHAMP,
  },
  CHAMP_TYPE_PRECISE: {
    severite: 'RISQUE',
    message: (f) =>
      `Le champ « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}, qui en est un cas particulier.`,
    remede: 'Vérifiez qu’aucun fragment ne vise un type qui n’est plus donné.',
  },
  CHAMP_DEVENU_NULLABLE: {
    severite: 'CASSANT',
    message: (f) =>
      `Le champ « ${f.coordonnee} » passe de ${f.avant} à ${f.apres} : il peut être nul là où il ne l’était jamais.`,
    remede: AUTRE_CHAMP,
  },
  CHAMP_DEVENU_NON_NUL: {
    severite: 'SANS_RISQUE',
    message: (f) => `Le champ « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: '',
  },
  ARGUMENT_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `L’argument « ${f.coordonnee} » (${f.avant}) est retiré.`,
    remede: DEPRECIER,
  },
  ARGUMENT_AJOUTE: {
    severite: 'SANS_RISQUE',
    message: (f) => `L’argument facultatif « ${f.coordonnee} » (${f.apres}) est ajouté.`,
    remede: '',
  },
  ARGUMENT_OBLIGATOIRE_AJOUTE: {
    severite: 'CASSANT',
    message: (f) => `L’argument obligatoire « ${f.coordonnee} » (${f.apres}) est ajouté.`,
    remede: FACULTATIF,
  },
  ARGUMENT_DEVENU_OBLIGATOIRE: {
    severite: 'CASSANT',
    message: (f) =>
      `L’argument « ${f.coordonnee} » passe de ${f.avant} à ${f.apres} : ce qui pouvait manquer ou être nul ne le peut plus.`,
    remede: FACULTATIF,
  },
  ARGUMENT_TYPE_CHANGE: {
    severite: 'CASSANT',
    message: (f) => `L’argument « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: ENTREE,
  },
  ARGUMENT_TYPE_ELARGI: {
    severite: 'SANS_RISQUE',
    message: (f) => `L’argument « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: '',
  },
  ARGUMENT_DEFAUT_CHANGE: {
    severite: 'RISQUE',
    message: (f) => `La valeur par défaut de « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: 'Les opérations qui se taisent changent de réponse : prévenez leurs auteurs.',
  },
  CHAMP_ENTREE_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `Le champ d’entrée « ${f.coordonnee} » (${f.avant}) est retiré.`,
    remede: DEPRECIER,
  },
  CHAMP_ENTREE_AJOUTE: {
    severite: 'SANS_RISQUE',
    message: (f) => `Le champ d’entrée facultatif « ${f.coordonnee} » (${f.apres}) est ajouté.`,
    remede: '',
  },
  CHAMP_ENTREE_OBLIGATOIRE_AJOUTE: {
    severite: 'CASSANT',
    message: (f) => `Le champ d’entrée obligatoire « ${f.coordonnee} » (${f.apres}) est ajouté.`,
    remede: FACULTATIF,
  },
  CHAMP_ENTREE_DEVENU_OBLIGATOIRE: {
    severite: 'CASSANT',
    message: (f) =>
      `Le champ d’entrée « ${f.coordonnee} » passe de ${f.avant} à ${f.apres} : ce qui pouvait manquer ou être nul ne le peut plus.`,
    remede: FACULTATIF,
  },
  CHAMP_ENTREE_TYPE_CHANGE: {
    severite: 'CASSANT',
    message: (f) => `Le champ d’entrée « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: ENTREE,
  },
  CHAMP_ENTREE_TYPE_ELARGI: {
    severite: 'SANS_RISQUE',
    message: (f) => `Le champ d’entrée « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: '',
  },
  CHAMP_ENTREE_DEFAUT_CHANGE: {
    severite: 'RISQUE',
    message: (f) => `La valeur par défaut de « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: 'Les opérations qui se taisent changent de réponse : prévenez leurs auteurs.',
  },
  ENTREE_DEVENUE_EXCLUSIVE: {
    severite: 'CASSANT',
    message: (f) => `« ${f.coordonnee} » n’admet plus qu’un champ à la fois (@oneOf).`,
    remede: 'Ajoutez un autre type d’entrée avec @oneOf.',
  },
  ENTREE_PLUS_EXCLUSIVE: {
    severite: 'SANS_RISQUE',
    message: (f) => `« ${f.coordonnee} » admet plusieurs champs à la fois (@oneOf retiré).`,
    remede: '',
  },
  VALEUR_RETIREE: {
    severite: 'CASSANT',
    message: (f) => `La valeur « ${f.coordonnee} » est retirée.`,
    remede: DEPRECIER,
  },
  VALEUR_AJOUTEE: {
    severite: 'RISQUE',
    message: (f) => `La valeur « ${f.coordonnee} » est ajoutée.`,
    remede: CLIENTS,
  },
  MEMBRE_UNION_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `« ${f.avant} » n’est plus dans l’union « ${f.coordonnee} ».`,
    remede: 'Gardez-le dans l’union, même si plus aucune réponse ne le donne.',
  },
  MEMBRE_UNION_AJOUTE: {
    severite: 'RISQUE',
    message: (f) => `« ${f.apres} » entre dans l’union « ${f.coordonnee} ».`,
    remede: CLIENTS,
  },
  INTERFACE_RETIREE: {
    severite: 'CASSANT',
    message: (f) => `« ${f.coordonnee} » n’est plus un(e) « ${f.avant} ».`,
    remede: 'Gardez « implements » le temps que les opérations changent.',
  },
  INTERFACE_AJOUTEE: {
    severite: 'RISQUE',
    message: (f) => `« ${f.coordonnee} » devient un(e) « ${f.apres} ».`,
    remede: CLIENTS,
  },
  SCALAIRE_SPECIFICATION_CHANGEE: {
    severite: 'RISQUE',
    message: (f) =>
      `La spécification du scalaire « ${f.coordonnee} » passe de ${f.avant} à ${f.apres}.`,
    remede: 'Si les valeurs changent de forme, ajoutez un autre scalaire.',
  },
  DIRECTIVE_RETIREE: {
    severite: 'CASSANT',
    message: (f) => `La directive « ${f.coordonnee} » est retirée.`,
    remede: 'Gardez-la tant que des opérations la portent.',
  },
  DIRECTIVE_AJOUTEE: {
    severite: 'SANS_RISQUE',
    message: (f) => `La directive « ${f.coordonnee} » est ajoutée.`,
    remede: '',
  },
  DIRECTIVE_EMPLACEMENT_RETIRE: {
    severite: 'CASSANT',
    message: (f) => `La directive « ${f.coordonnee} » n’est plus admise sur ${f.avant}.`,
    remede: 'Gardez-la tant que des opérations la portent à cet endroit.',
  },
  DIRECTIVE_EMPLACEMENT_AJOUTE: {
    severite: 'SANS_RISQUE',
    message: (f) => `La directive « ${f.coordonnee} » est admise sur ${f.apres}.`,
    remede: '',
  },
  DEPRECIATION_AJOUTEE: {
    severite: 'SANS_RISQUE',
    message: (f) => `« ${f.coordonnee} » est déprécié : ${f.apres}.`,
    remede:
      'Pour pouvoir le retirer, terminez la raison par une date : « retrait le AAAA-MM-JJ », et prévenez ses clients.',
  },
  DEPRECIATION_CHANGEE: {
    severite: 'SANS_RISQUE',
    message: (f) =>
      `La dépréciation de « ${f.coordonnee} » passe de « ${f.avant} » à « ${f.apres} ».`,
    remede: '',
  },
  DATE_DE_RETRAIT_AVANCEE: {
    severite: 'RISQUE',
    message: (f) =>
      `La date de retrait de « ${f.coordonnee} » est avancée du ${f.avant} au ${f.apres}.`,
    remede: 'Gardez la date promise, ou prévenez chaque client du changement.',
  },
  DEPRECIATION_RETIREE: {
    severite: 'SANS_RISQUE',
    message: (f) => `« ${f.coordonnee} » n’est plus déprécié.`,
    remede: '',
  },
  DESCRIPTION_CHANGEE: {
    severite: 'SANS_RISQUE',
    message: (f) => `La description de « ${f.coordonnee} » change.`,
    remede: '',
  },
  /** Never given by the diff: what the checks themselves see in an operation that no change above explains. */
  OPERATION_INVALIDE: {
    severite: 'CASSANT',
    message: (f) =>
      `Des opérations qui passent par « ${f.coordonnee} » ne sont plus valides : ${f.apres}`,
    remede: 'Gardez au champ et à ses voisins un type que les opérations peuvent réunir.',
  },
} as const satisfies Record<string, Entry>;

export type GraphChangeCode = keyof typeof CHANGE_CATALOGUE;

export const GRAPH_CHANGE_CODES: readonly string[] = Object.keys(CHANGE_CATALOGUE);
