import { describe, expect, it } from 'vitest';
import { abregerEmpreinte, comparerOriginaux } from './originaux.js';

const original = (empreinte: string) => ({ empreinte, enregistreLe: '2023-06-08T10:00:00Z' });

describe('les trois originaux du texte signé', () => {
  it('sont identiques quand les trois empreintes le sont', () => {
    const meme = original('a1');
    expect(comparerOriginaux({ etat: meme, region: meme, 'pole-emploi': meme })).toEqual({
      nature: 'identiques',
    });
  });

  it('ne sont pas dits identiques quand l’un manque', () => {
    const meme = original('a1');
    expect(comparerOriginaux({ etat: null, region: meme, 'pole-emploi': meme })).toEqual({
      nature: 'identiques-lus',
      manquants: ['etat'],
    });
  });

  it('sont dits différents dès qu’une empreinte diffère', () => {
    expect(
      comparerOriginaux({ etat: original('a1'), region: original('b2'), 'pole-emploi': null }),
    ).toEqual({ nature: 'differents', empreintes: 2, manquants: ['pole-emploi'] });
  });

  it('sont illisibles quand personne ne répond', () => {
    expect(comparerOriginaux({ etat: null, region: null, 'pole-emploi': null })).toEqual({
      nature: 'illisibles',
    });
  });

  it('s’abrègent sans perdre le début ni la fin', () => {
    expect(abregerEmpreinte(`7f3a2b19${'0'.repeat(52)}c41e`)).toBe('7f3a2b19…c41e');
    expect(abregerEmpreinte('court')).toBe('court');
  });
});
