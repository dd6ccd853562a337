import { nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import type { CouvertureQuery } from '../generated/graphql.js';

type Engagement = NonNullable<CouvertureQuery['engagements']>[number];
type Texte = NonNullable<CouvertureQuery['principes']>[number];

export interface CouvertureLue {
  principes: readonly Texte[];
  chantiers: readonly Texte[];
  engagements: readonly Engagement[];
}

const NON_COMMUNIQUE = 'non communiqué';

/**
 * Texts down, engagements across. « oui » where the engagement answers, nothing where it does not:
 * an engagement of which nothing was said is not taken for one that answers to nothing.
 */
export function couvertureEnTableau(
  { principes, chantiers, engagements }: CouvertureLue,
  lueLe: Date | undefined,
): TableauAExporter {
  const lignes = (axe: 'principes' | 'chantiers', nom: string, textes: readonly Texte[]) =>
    textes.map(({ numero, libelle, source }) => [
      nom,
      numero,
      libelle ?? 'libellé non fourni',
      ...engagements.map(({ referencesEtat }) => {
        if (!referencesEtat) return NON_COMMUNIQUE;
        return referencesEtat[axe].some((texte) => texte.numero === numero) ? 'oui' : null;
      }),
      nomPartenaire('etat'),
      source?.intitule ?? '',
    ]);
  return {
    lueLe,
    colonnes: [
      { titre: 'Axe', largeur: 28 },
      { titre: 'Numéro' },
      { titre: 'Libellé', largeur: 60 },
      ...engagements.map(({ code }) => ({ titre: code, largeur: 6 })),
      { titre: 'Tenu par' },
      { titre: 'Source', largeur: 44 },
    ],
    lignes: [
      ...lignes('principes', 'Principe du rapport', principes),
      ...lignes('chantiers', 'Chantier du plein emploi', chantiers),
    ],
    remarques: engagements.some(({ referencesEtat }) => referencesEtat?.demonstration)
      ? ['Les correspondances entre engagements et textes sont des données de démonstration.']
      : [],
    autresFeuilles: [
      {
        nom: 'Engagements',
        colonnes: [
          { titre: 'Engagement' },
          { titre: 'Libellé', largeur: 80 },
          { titre: 'Texte officiel' },
          { titre: 'Textes de référence', largeur: 60 },
          { titre: 'Démonstration' },
        ],
        lignes: engagements.map(({ code, libelle, texteOfficiel, referencesEtat }) => [
          code,
          libelle,
          texteOfficiel,
          referencesEtat
            ? referencesEtat.documents.map(({ titre }) => titre).join(' ; ')
            : NON_COMMUNIQUE,
          referencesEtat?.demonstration ?? null,
        ]),
      },
    ],
  };
}
