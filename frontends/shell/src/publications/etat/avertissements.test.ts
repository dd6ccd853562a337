import type { Etat } from '@passerelle/publication';
import { describe, expect, it } from 'vitest';
import { avertissements, phraseSansAvertissement } from './avertissements.js';

const MAINTENANT = new Date('2026-11-22T12:00:00Z');
const TANTOT = '2026-11-22T11:55:00Z';

type Passerelle = Etat['passerelles'][number];
type Partenaire = Etat['partenaires'][number];

function unePasserelle(autres: Partial<Passerelle> = {}): Passerelle {
  return {
    passerelle: 'p-1',
    numero: 12,
    vueLe: TANTOT,
    connectee: true,
    alarme: null,
    ...autres,
  };
}

function laRegion(autres: Partial<Partenaire> = {}): Partenaire {
  return { partenaire: 'region', schema: null, module: null, canari: null, ...autres };
}

function unSchema(statut: 'CONFORME' | 'DERIVE' | 'INJOIGNABLE'): Partenaire['schema'] {
  return {
    revision: 5,
    empreinte: 'sha256:00',
    url: 'https://region.example/graphql',
    publieLe: TANTOT,
    par: 'jeton ci',
    commit: null,
    derive: { constateeLe: TANTOT, statut, message: 'Empreinte différente' },
  };
}

function unEtat(passerelles: Passerelle[], partenaires: Partenaire[] = []): Etat {
  return {
    canal: 'production',
    numero: 12,
    publieeLe: TANTOT,
    carte: 1,
    partenaires,
    commun: { coquille: null, partages: null },
    passerelles,
  };
}

const mots = (etat: Etat): string[] => avertissements(etat, MAINTENANT).map(({ mot }) => mot);

describe('ce qui mérite un regard', () => {
  it('ne dit rien quand tout est servi', () => {
    const etat = unEtat([unePasserelle()], [laRegion({ schema: unSchema('CONFORME') })]);
    expect(mots(etat)).toEqual([]);
  });

  it('met les alarmes et les dérives avant le reste', () => {
    const alarme = { code: 'SIGNATURE_INVALIDE', message: 'Clé inconnue', le: TANTOT };
    const etat = unEtat(
      [unePasserelle({ numero: 11 }), unePasserelle({ passerelle: 'p-2', alarme })],
      [laRegion({ schema: unSchema('DERIVE') })],
    );
    expect(mots(etat)).toEqual(['Dérive', 'Alarme', 'En retard']);
  });

  it('ne dit pas en retard une passerelle qui n’est pas connectée : elle le saura à son retour', () => {
    expect(mots(unEtat([unePasserelle({ connectee: false, numero: 3 })]))).toEqual([
      'Non connectée',
    ]);
  });

  it('n’appelle personne pour une passerelle retirée depuis plus d’un jour', () => {
    const retiree = unePasserelle({ connectee: false, vueLe: '2026-11-20T12:00:00Z' });
    expect(mots(unEtat([retiree]))).toEqual([]);
  });

  it('n’affirme rien qui n’ait été vu', () => {
    const conforme = laRegion({ schema: unSchema('CONFORME') });
    expect(phraseSansAvertissement(unEtat([unePasserelle()], [conforme]))).toBe(
      'Rien à signaler : les services servent ce qu’ils ont publié ; les passerelles connectées servent la publication en cours.',
    );
    const jamaisVu = unSchema('CONFORME');
    const etat = unEtat([], [laRegion({ schema: jamaisVu && { ...jamaisVu, derive: null } })]);
    expect(phraseSansAvertissement(etat)).toBe(
      'Rien à signaler : tous les services n’ont pas encore été vérifiés depuis leur publication ; aucune passerelle n’est connectée.',
    );
  });

  it('distingue un service qui ne répond pas d’un service qui sert autre chose', () => {
    expect(mots(unEtat([], [laRegion({ schema: unSchema('INJOIGNABLE') })]))).toEqual([
      'Injoignable',
    ]);
  });

  it('signale un canari qui a des erreurs, et lui seul', () => {
    const canari = (erreurs: number): Partenaire =>
      laRegion({
        canari: {
          revision: 8,
          version: '1.4.0',
          publieLe: TANTOT,
          cible: { roles: ['conseiller'], organisations: [] },
          montages: 10,
          erreurs,
        },
      });
    expect(mots(unEtat([], [canari(0)]))).toEqual([]);
    const [avertissement] = avertissements(unEtat([], [canari(1)]), MAINTENANT);
    expect(avertissement?.titre).toBe(
      'La Région essaie la version 1.4.0 de son module, qui a connu une erreur.',
    );
  });

  it('écrit chaque détail en phrases finies', () => {
    const etat = unEtat([], [laRegion({ schema: unSchema('DERIVE') })]);
    expect(avertissements(etat, MAINTENANT)[0]?.detail).toBe(
      'Empreinte différente. Constaté il y a 5 minutes.',
    );
  });
});
