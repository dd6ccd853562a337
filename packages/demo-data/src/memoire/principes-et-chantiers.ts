import { type Source, source } from './source.js';

export interface TexteNumerote {
  readonly numero: number;
  /** Null as long as nobody has supplied the published wording. */
  readonly libelle: string | null;
  readonly source: Source | null;
}

const LUS = source(
  'Principes 1 à 3 tels que cités par Cap Métiers Nouvelle-Aquitaine, présentation du rapport',
  'https://www.cap-metiers.pro',
);

const PRINCIPES_LUS: Readonly<Record<number, string>> = {
  1: 'Inscription de tous, avec des procédures communes et des outils partagés',
  2: 'Parcours « sans couture », adapté à l’autonomie de chacun',
  3: 'Contrat d’engagements réciproques',
};

/**
 * The ten principles of the report of April 2023: the wordings of 4 to 10 were not in what could be
 * read, and are left empty rather than guessed.
 */
export const PRINCIPES: readonly TexteNumerote[] = Array.from({ length: 10 }, (_, index) => {
  const numero = index + 1;
  const libelle = PRINCIPES_LUS[numero] ?? null;
  return { numero, libelle, source: libelle === null ? null : LUS };
});

const DOSSIER_DE_PRESSE = source(
  'Dossier de presse du 12 septembre 2022, ministère du travail, cité par Actu-Juridique',
  'https://www.actu-juridique.fr',
);

/** The eight chantiers towards full employment, by the labels published in September 2022. */
export const CHANTIERS: readonly TexteNumerote[] = [
  'Créer France Travail',
  'Réformer l’accompagnement des bénéficiaires du RSA et des publics les plus éloignés de l’emploi',
  'Poursuivre le contrat d’engagement jeune',
  'Faire évoluer l’assurance chômage',
  'Développer l’apprentissage',
  'Préparer les actifs aux compétences de demain',
  'Emploi des seniors et retraites',
  'Travailler mieux',
].map((libelle, index) => ({ numero: index + 1, libelle, source: DOSSIER_DE_PRESSE }));
