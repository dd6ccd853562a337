import { describe, expect, it } from 'vitest';
import { champsEnCsv, operationsEnCsv } from './csv.js';
import { filtrerChamps, parClient } from './filtrer-champs.js';

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

describe('fichier CSV', () => {
  it('a une ligne par champ et par client', () => {
    const lignes = champsEnCsv([champ('Q.f')])
      .trimEnd()
      .split('\r\n');
    expect(lignes).toHaveLength(4);
    expect(lignes[1]).toBe('Q.f;module-region;7;12;2026-11-22T11:00:00Z');
    expect(lignes[2]).toContain(";'-;");
  });

  it('rend inerte ce qu’un tableur prendrait pour une formule, et garde les textes entiers', () => {
    const csv = operationsEnCsv([
      {
        empreinte: 'sha256:00',
        nom: '=HYPERLINK("x")',
        document: 'query { a }\n# "b"; c',
        client: '@client',
        version: '1',
        nombre: 1,
        premiereFoisLe: '2026-11-22T11:00:00Z',
        derniereFoisLe: '2026-11-22T11:00:00Z',
      },
    ]);
    expect(csv).toContain(`"'=HYPERLINK(""x"")";'@client;1;1;`);
    expect(csv).toContain('"query { a }\n# ""b""; c"');
  });
});
