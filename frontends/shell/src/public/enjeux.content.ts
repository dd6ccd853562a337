/**
 * The four official wordings, for readers who are not signed in and therefore can't ask the graph.
 *
 * @source communiqué de presse du 9 juin 2023, préfecture de la région Hauts-de-France
 */
export const ENJEUX: readonly { numero: number; resume: string; libelle: string }[] = [
  {
    numero: 1,
    resume: 'Former pour les besoins des entreprises',
    libelle:
      'répondre aux besoins en compétences des entreprises et faciliter l’accès à l’emploi en coordonnant les interventions en matière de formation et de développement de l’alternance, en particulier l’apprentissage',
  },
  {
    numero: 2,
    resume: 'Développer l’économie par les compétences',
    libelle:
      'favoriser le développement économique de la région Hauts-de-France en développant les compétences',
  },
  {
    numero: 3,
    resume: 'Mieux prospecter et accompagner les entreprises',
    libelle: 'améliorer la prospection des entreprises et leur accompagnement vers l’emploi',
  },
  {
    numero: 4,
    resume: 'Simplifier les aides aux demandeurs d’emploi',
    libelle:
      'mettre à disposition des demandeurs d’emploi une offre de services simplifiée et mobilisable sur l’aide à la mobilité géographique et la levée des freins',
  },
];
