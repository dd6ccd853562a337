import { describe, expect, it } from 'vitest';
import { ecrireFiltres, type Filtres, filtrer, lireFiltres } from './filtres.js';
import type { LigneDeSuivi } from './suivi.js';

const lire = (texte: string) => lireFiltres(new URLSearchParams(texte));

describe('filtres du protocole dans l’adresse', () => {
  it.each<Filtres>([
    { enjeu: null, maison: null, vue: 'enjeux' },
    { enjeu: 3, maison: 'pole-emploi', vue: 'anciennete' },
    { enjeu: 1, maison: null, vue: 'enjeux' },
  ])('se relisent comme ils sont écrits : %o', (filtres) => {
    const recherche = new URLSearchParams();
    for (const [cle, valeur] of Object.entries(ecrireFiltres(filtres))) {
      if (valeur !== null) recherche.set(cle, valeur);
    }
    expect(lireFiltres(recherche)).toEqual(filtres);
  });

  it('n’alourdissent pas l’adresse par défaut', () => {
    expect(Object.values(ecrireFiltres(lire('')))).toEqual([null, null, null]);
  });

  it.each(['enjeu=0', 'enjeu=-1', 'enjeu=deux', 'maison=mairie', 'maison=constructor', 'vue=x'])(
    'ignorent %s',
    (texte) => {
      expect(lire(texte)).toEqual(lire(''));
    },
  );

  it('gardent les engagements d’une maison, pilote ou copilote, dans un enjeu', () => {
    const ligne = (code: string, enjeu: number, pilote: 'etat' | 'region'): LigneDeSuivi => ({
      code,
      numero: 1,
      libelle: '',
      texteOfficiel: false,
      enjeu,
      pilote,
      copilotes: pilote === 'region' ? ['pole-emploi'] : [],
      echeance: null,
      retireLe: null,
      suivis: {
        etat: { nature: 'indisponible' },
        region: { nature: 'indisponible' },
        'pole-emploi': { nature: 'indisponible' },
      },
    });
    const lignes = [ligne('a', 1, 'etat'), ligne('b', 1, 'region'), ligne('c', 2, 'region')];
    const codes = (texte: string) => filtrer(lignes, lire(texte)).map((l) => l.code);
    expect(codes('')).toEqual(['a', 'b', 'c']);
    expect(codes('maison=pole-emploi')).toEqual(['b', 'c']);
    expect(codes('maison=pole-emploi&enjeu=2')).toEqual(['c']);
    expect(codes('maison=etat&enjeu=2')).toEqual([]);
  });
});
