import { describe, expect, it } from 'vitest';
import { lignesDeSuivi } from './lignes.js';
import { estLuEnEntier, maisonsIllisibles } from './suivi.js';

const engagement = (code: string, numero: number) => ({
  code,
  numero,
  libelle: '',
  texteOfficiel: false,
  enjeu: { numero: 1 },
  pilote: 'ETAT' as const,
  copilotes: [],
  echeance: null,
  retireLe: null,
  contributionEtat: null,
  contributionRegion: null,
  contributionPoleEmploi: null,
});

const manque = (chemin: (string | number)[], absent = false) => ({
  partenaire: 'region' as const,
  chemin,
  absent,
  erreur: {
    titre: 't',
    message: 'm',
    code: 'ERREUR_PARTENAIRE',
    reference: null,
    partenaire: 'region' as const,
    reessayable: true,
  },
});

const natures = (
  manques: ReturnType<typeof manque>[],
  manquants: ('etat' | 'region' | 'pole-emploi')[] = [],
) =>
  lignesDeSuivi([engagement('E01', 1), engagement('E02', 2)], { manques, manquants }).map(
    ({ suivis }) => [suivis.etat.nature, suivis.region.nature],
  );

describe('ce qu’une maison n’a pas donné', () => {
  it('rien de publié, non lu et absent sont trois choses', () => {
    expect(natures([])).toEqual([
      ['rien', 'rien'],
      ['rien', 'rien'],
    ]);
    expect(natures([manque(['engagements', 1, 'contributionRegion'])])).toEqual([
      ['rien', 'rien'],
      ['rien', 'illisible'],
    ]);
    expect(natures([manque(['engagements', 1, 'contributionRegion'], true)])[1]).toEqual([
      'rien',
      'indisponible',
    ]);
    expect(natures([], ['region'])[0]).toEqual(['rien', 'indisponible']);
  });

  it('une ligne non lue n’est pas dite immobile, et sa maison est nommée', () => {
    const lignes = lignesDeSuivi([engagement('E01', 1)], {
      manques: [manque(['engagements', 0, 'contributionRegion', 'commentaire'])],
      manquants: [],
    });
    expect(lignes.map((ligne) => estLuEnEntier(ligne, ['region']))).toEqual([false]);
    expect(maisonsIllisibles(lignes, ['etat', 'region'])).toEqual(['region']);
  });
});
