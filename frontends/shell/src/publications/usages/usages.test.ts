import { describe, expect, it } from 'vitest';
import { filtrerChamps, parClient } from './filtrer-champs.js';
import { champsEnTableau, operationsEnTableau } from './usages-en-tableau.js';

const champ = (coordonnee: string) => ({
  coordonnee,
  clients: [
    { client: 'module-region', version: '7' },
    { client: 'integrateur:obs', version: '-' },
    { client: 'module-region', version: '6' },
  ],
  nombre: 12,
  derniereFoisLe: '2026-11-22T11:00:00Z',
});

describe('champs demandés', () => {
  it('se cherchent sans souci du point ni des majuscules', () => {
    const champs = [champ('Engagement.code'), champ('Query.formations')];
    expect(filtrerChamps(champs, 'engagement code')).toHaveLength(1);
    expect(filtrerChamps(champs, 'FORMATIONS')).toHaveLength(1);
    expect(filtrerChamps(champs, '  ')).toHaveLength(2);
  });

  it('réunissent les versions de chaque client, sans inventer celle qui manque', () => {
    expect(parClient(champ('Q.f').clients)).toEqual([
      { client: 'integrateur:obs', versions: ['sans version'] },
      { client: 'module-region', versions: ['7', '6'] },
    ]);
  });
});

describe('fichiers des usages', () => {
  it('ont une ligne par champ et par client, et le jour en date', () => {
    const { lignes, remarques } = champsEnTableau([champ('Q.f')]);
    expect(lignes).toHaveLength(3);
    expect(lignes[0]).toEqual([
      'Q.f',
      'module-region',
      '7',
      12,
      { jour: '2026-11-22' },
      '12:00:00',
    ]);
    expect(lignes[1]?.[2]).toBe('sans version');
    expect(remarques).toEqual([expect.stringContaining('Échantillon')]);
  });

  it('gardent le texte entier d’une opération, et disent que leur nombre est limité', () => {
    const { lignes, remarques } = operationsEnTableau([
      {
        empreinte: 'sha256:00',
        nom: null,
        document: 'query { a }\n# "b"; c',
        client: '@client',
        version: '1',
        nombre: 1,
        premiereFoisLe: '2026-11-22T11:00:00Z',
        derniereFoisLe: '2026-11-22T11:00:00Z',
      },
    ]);
    expect(lignes[0]?.[0]).toBe('sans nom');
    expect(lignes[0]?.at(-1)).toBe('query { a }\n# "b"; c');
    expect(remarques?.join(' ')).toContain('nombre limité');
  });
});
