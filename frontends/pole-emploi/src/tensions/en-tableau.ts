import { celluleJour, nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import type { TensionsQuery } from '../generated/graphql.js';
import { LIBELLES_FACTEUR, libelleNiveau } from './libelles.js';

export type TensionLue = NonNullable<TensionsQuery['tensions']>['nodes'][number];

/** Tensions as a file takes them: one a row, by métier, arrondissement and year. */
export function enTableau(tensions: readonly TensionLue[]): TableauAExporter {
  return {
    colonnes: [
      { titre: 'Code ROME' },
      { titre: 'Métier', largeur: 40 },
      { titre: 'Arrondissement', largeur: 24 },
      { titre: 'Code de l’arrondissement', largeur: 24 },
      { titre: 'Année' },
      { titre: 'Tension (de 1 à 5)', largeur: 18 },
      { titre: 'Tension', largeur: 16 },
      { titre: 'Facteurs', largeur: 60 },
      { titre: 'Maison' },
      { titre: 'Source', largeur: 32 },
      { titre: 'Arrêté au' },
      { titre: 'Démonstration' },
    ],
    lignes: tensions.map(({ metier, territoire, annee, niveau, facteurs, ...tension }) => [
      metier.codeRome,
      metier.libelle,
      territoire.nom,
      territoire.code,
      annee,
      niveau,
      libelleNiveau(niveau),
      facteurs.map((facteur) => LIBELLES_FACTEUR[facteur]).join(', '),
      nomPartenaire('pole-emploi'),
      tension.source,
      celluleJour(tension.arreteLe),
      tension.demonstration,
    ]),
  };
}
