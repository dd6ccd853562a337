import type { Partenaire } from '@passerelle/portal-ui';
import { describe, expect, it } from 'vitest';
import {
  dernierMouvement,
  immobilite,
  type LigneDeSuivi,
  type Suivi,
  trierParImmobilite,
} from './suivi.js';
import { versionPubliee } from './version-publiee.js';

const TOUTES: Partenaire[] = ['etat', 'region', 'pole-emploi'];
const MIDI = new Date('2023-12-15T12:00:00Z');
const RIEN: Suivi = { nature: 'rien', enPreparation: false };
const publie = (publieLe: string): Suivi => ({
  nature: 'publie',
  avancement: 50,
  meteo: 'SOLEIL',
  publieLe,
  enPreparation: false,
});
const ligne = (numero: number, suivis: Partial<Record<Partenaire, Suivi>> = {}): LigneDeSuivi => ({
  code: `E${String(numero).padStart(2, '0')}`,
  numero,
  libelle: '',
  texteOfficiel: false,
  enjeu: 1,
  pilote: 'etat',
  copilotes: [],
  echeance: null,
  retireLe: null,
  suivis: { etat: RIEN, region: RIEN, 'pole-emploi': RIEN, ...suivis },
});

describe('ce qui n’a pas bougé', () => {
  it('vient d’abord : jamais publié, puis le plus ancien, puis le numéro', () => {
    const lignes = [
      ligne(1, { etat: publie('2023-12-10T08:00:00Z') }),
      ligne(2, { region: publie('2023-09-01T08:00:00Z') }),
      ligne(4),
      ligne(3),
      ligne(5, {
        etat: publie('2023-07-01T08:00:00Z'),
        'pole-emploi': publie('2023-11-01T08:00:00Z'),
      }),
    ];
    expect(trierParImmobilite(lignes, TOUTES).map((l) => l.numero)).toEqual([3, 4, 2, 5, 1]);
  });

  it('ne compte que les maisons demandées', () => {
    const lignes = [
      ligne(1, { region: publie('2023-08-01T08:00:00Z'), etat: publie('2023-12-14T08:00:00Z') }),
      ligne(2, { region: publie('2023-09-01T08:00:00Z') }),
    ];
    expect(trierParImmobilite(lignes, ['region']).map((l) => l.numero)).toEqual([1, 2]);
    expect(trierParImmobilite(lignes, TOUTES).map((l) => l.numero)).toEqual([2, 1]);
  });

  it('compare des instants, non des textes', () => {
    const a = ligne(1, {
      etat: publie('2023-12-10T23:30:00+01:00'),
      region: publie('2023-12-10T22:45:00Z'),
    });
    expect(dernierMouvement(a, TOUTES)).toBe('2023-12-10T22:45:00Z');
  });

  it('laisse la liste reçue comme elle était', () => {
    const lignes = [ligne(1, { etat: publie('2023-12-10T08:00:00Z') }), ligne(2)];
    trierParImmobilite(lignes, TOUTES);
    expect(lignes.map((l) => l.numero)).toEqual([1, 2]);
  });

  it.each([
    ['2023-11-15T12:00:00Z', { jours: 30 }],
    ['2023-11-15T12:00:01Z', null],
    ['2026-01-01T00:00:00Z', null],
    [null, { jours: null }],
  ])('dernier mouvement %s au 15 décembre 2023 à midi', (dernier, attendu) => {
    const engagement = dernier === null ? ligne(1) : ligne(1, { region: publie(dernier) });
    expect(immobilite(engagement, TOUTES, MIDI)).toEqual(attendu);
  });

  it('ligne 56 : aucun engagement sans mouvement depuis plus de 30 jours ne reste sans mention, le plus ancien d’abord', () => {
    const ages = Array.from({ length: 120 }, (_, index) => index * 3);
    const lignes = ages.map((jours, index) =>
      ligne(index + 1, {
        region: publie(new Date(MIDI.getTime() - jours * 86_400_000).toISOString()),
      }),
    );
    const tries = trierParImmobilite(lignes, TOUTES);
    expect(tries.map(({ numero }) => ages[numero - 1])).toEqual(ages.toReversed());
    for (const { numero, ...reste } of tries) {
      const jours = ages[numero - 1] ?? 0;
      const mention = immobilite({ numero, ...reste }, TOUTES, MIDI);
      expect(mention).toEqual(jours >= 30 ? { jours } : null);
    }
  });

  it('ne se dit pas d’une maison qui ne répond pas', () => {
    const absente = ligne(1, {
      region: { nature: 'indisponible' },
      etat: publie('2023-08-01T08:00:00Z'),
    });
    expect(immobilite(absente, TOUTES, MIDI)).toBeNull();
    expect(immobilite(absente, ['etat'], MIDI)).toEqual({ jours: 136 });
    const lignes = [absente, ligne(2, { region: publie('2023-12-01T08:00:00Z') }), ligne(3)];
    expect(trierParImmobilite(lignes, ['region']).map((l) => l.numero)).toEqual([3, 2, 1]);
  });
});

describe('version publiée', () => {
  const ancienne: { avancement: number; publieLe: string | null } = {
    avancement: 40,
    publieLe: '2023-10-01T08:00:00Z',
  };

  it('est la dernière publiée pendant qu’un brouillon se prépare', () => {
    const brouillon = {
      avancement: 60,
      publieLe: null,
      etat: 'BROUILLON',
      versionPubliee: ancienne,
    } as const;
    expect(versionPubliee(brouillon)).toBe(ancienne);
    expect(versionPubliee({ ...brouillon, versionPubliee: null })).toBeNull();
  });

  it('est la contribution elle-même une fois publiée', () => {
    const publiee = { ...ancienne, etat: 'PUBLIEE', versionPubliee: null } as const;
    expect(versionPubliee(publiee)).toBe(publiee);
    expect(versionPubliee(null)).toBeNull();
  });
});

it('un engagement retiré par avenant n’attend plus rien', () => {
  expect(immobilite(ligne(1), TOUTES, MIDI)).toEqual({ jours: null });
  expect(immobilite({ ...ligne(1), retireLe: '2023-11-30' }, TOUTES, MIDI)).toBeNull();
  expect(immobilite({ ...ligne(1), retireLe: '2024-06-30' }, TOUTES, MIDI)).not.toBeNull();
});
