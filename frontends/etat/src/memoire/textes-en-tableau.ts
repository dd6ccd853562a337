import { nomPartenaire, type TableauAExporter } from '@passerelle/portal-kit';
import type { NatureDocument, TextesDeReferenceQuery } from '../generated/graphql.js';
import { direSources, lienDes } from './dire-sources.js';

type Document = NonNullable<TextesDeReferenceQuery['documentsReference']>[number];
type Divergence = NonNullable<TextesDeReferenceQuery['divergences']>[number];

const LIBELLES_NATURE: Readonly<Record<NatureDocument, string>> = {
  RAPPORT: 'rapport',
  LOI: 'loi',
  DECRET: 'décret',
  ARRETE: 'arrêté',
  COMMUNIQUE: 'communiqué de presse',
  INSTRUCTION: 'instruction ou circulaire',
};

/** The register of texts, with what the sources say of each one's date. */
export function registreEnTableau(
  documents: readonly Document[],
  lueLe: Date | undefined,
): TableauAExporter {
  return {
    lueLe,
    colonnes: [
      { titre: 'Texte', largeur: 60 },
      { titre: 'Nature', largeur: 24 },
      { titre: 'Auteur', largeur: 36 },
      { titre: 'Dates selon les sources', largeur: 60 },
      { titre: 'Adresse', largeur: 44 },
      { titre: 'Tenu par' },
    ],
    lignes: documents.map(({ titre, nature, auteur, dates, lien }) => [
      titre,
      LIBELLES_NATURE[nature],
      auteur,
      dates.map(({ enonce, source }) => `${enonce} (${source.intitule})`).join(' ; '),
      lien ?? '',
      nomPartenaire('etat'),
    ]),
  };
}

/** Where sources differ: one row a statement, so that both stay side by side. */
export function divergencesEnTableau(
  divergences: readonly Divergence[],
  lueLe: Date | undefined,
): TableauAExporter {
  return {
    lueLe,
    colonnes: [
      { titre: 'Sujet', largeur: 44 },
      { titre: 'Énoncé', largeur: 60 },
      { titre: 'Source', largeur: 60 },
      { titre: 'Adresse de la source', largeur: 44 },
      { titre: 'Ce qu’en fait le portail', largeur: 60 },
      { titre: 'Tenu par' },
    ],
    lignes: divergences.flatMap(({ objet, traitement, enonces }) =>
      enonces.map(({ enonce, source }) => [
        objet,
        enonce,
        direSources([source]),
        lienDes([source]),
        traitement,
        nomPartenaire('etat'),
      ]),
    ),
  };
}
