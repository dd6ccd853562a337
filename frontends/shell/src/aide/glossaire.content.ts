export interface EntreeGlossaire {
  sigle: string;
  nom: string;
  sens: string;
}

/** Words that the portal uses without explaining them each time. */
export const GLOSSAIRE: readonly EntreeGlossaire[] = [
  {
    sigle: 'Brouillon, validée, publiée',
    nom: 'vie d’une contribution',
    sens: 'Un brouillon n’est vu que dans sa maison. Une fois validé, il attend sa publication. Publiée, la contribution est vue selon sa visibilité : maison, partenaires ou public.',
  },
  {
    sigle: 'Canal',
    nom: 'recette ou production',
    sens: 'Une publication s’essaie sur le canal recette, puis va sur le canal production, où tout le monde travaille.',
  },
  {
    sigle: 'Canari',
    nom: 'version essayée par quelques-uns',
    sens: 'Version d’un module proposée à certains rôles ou organisations, avant d’être ouverte à tous ou retirée.',
  },
  {
    sigle: 'COG',
    nom: 'code officiel géographique',
    sens: 'Liste des communes, arrondissements, départements et régions tenue par l’Insee.',
  },
  {
    sigle: 'Contribution',
    nom: 'ce qu’une maison dit d’un engagement',
    sens: 'Avancement, météo, commentaire et preuve. Seule la maison qui l’écrit peut la changer.',
  },
  {
    sigle: 'Dérive',
    nom: 'écart entre le publié et le servi',
    sens: 'Le service d’une maison répond avec un autre schéma que celui qu’elle a publié.',
  },
  {
    sigle: 'Empreinte',
    nom: 'signature courte d’un texte',
    sens: 'Suite de caractères calculée à partir du texte : un seul mot changé en donne une autre.',
  },
  {
    sigle: 'EPCI',
    nom: 'établissement public de coopération intercommunale',
    sens: 'Communauté de communes, communauté d’agglomération, communauté urbaine ou métropole.',
  },
  {
    sigle: 'Maison',
    nom: 'l’État, la Région ou Pôle emploi',
    sens: 'Chacune tient ses données chez elle. Le nom affiché peut changer avec la loi.',
  },
  {
    sigle: 'Météo',
    nom: 'appréciation en quatre mots',
    sens: 'Sur la route, à surveiller, appuis nécessaires, compromis : du plus serein au plus menacé.',
  },
  {
    sigle: 'NAF',
    nom: 'nomenclature d’activités française',
    sens: 'Classement des activités des entreprises.',
  },
  {
    sigle: 'Proch’emploi',
    nom: 'dispositif de la Région',
    sens: 'Plateformes qui rapprochent les entreprises qui recrutent et les demandeurs d’emploi.',
  },
  {
    sigle: 'Publication',
    nom: 'ce que les passerelles servent',
    sens: 'Ensemble cohérent de schémas et de modules, signé et numéroté. Revenir en arrière fait une nouvelle publication.',
  },
  {
    sigle: 'Révision',
    nom: 'version numérotée d’un schéma ou d’un module',
    sens: 'Elle ne change plus jamais. Chaque maison a ses propres numéros.',
  },
  {
    sigle: 'ROME',
    nom: 'répertoire opérationnel des métiers et des emplois',
    sens: 'Liste des métiers ; chacun a un code d’une lettre et quatre chiffres.',
  },
  {
    sigle: 'SIRET',
    nom: 'numéro d’un établissement',
    sens: 'Quatorze chiffres, dont les neuf premiers (le SIREN) désignent l’entreprise.',
  },
  {
    sigle: 'SPEL',
    nom: 'service public de l’emploi local',
    sens: 'Un par arrondissement, mené par le sous-préfet et un conseiller régional.',
  },
  {
    sigle: 'SPER',
    nom: 'service public de l’emploi régional',
    sens: 'Copiloté par le préfet de région, le président de la Région et le recteur.',
  },
];
