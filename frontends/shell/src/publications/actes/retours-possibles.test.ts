import { describe, expect, it } from 'vitest';
import type { EtatDePartenaire } from '../registre/lire-etat.js';
import type { LigneDeJournal } from '../registre/lire-journal.js';
import { ceQuiRevient, retoursPossibles } from './retours-possibles.js';

function uneLigne(evenement: string, numero: number | null): LigneDeJournal {
  return {
    rang: 1,
    le: '2026-11-22T11:00:00Z',
    evenement,
    canal: 'production',
    editeur: 'region',
    par: 'jeton ci',
    commit: null,
    numero,
    resume: `${evenement} ${numero}`,
    details: { rapport: null, motif: null, vers: null, differences: [], autres: [] },
  };
}

function unEtat(schema: number | null, module: number | null): EtatDePartenaire {
  const publieLe = '2026-11-22T11:00:00Z';
  return {
    partenaire: 'region',
    schema:
      schema === null
        ? null
        : {
            revision: schema,
            empreinte: 'sha256:00',
            url: 'https://region.example/graphql',
            publieLe,
            par: 'jeton ci',
            commit: null,
            derive: null,
          },
    module:
      module === null
        ? null
        : { revision: module, version: `1.${module}.0`, publieLe, par: 'jeton ci', commit: null },
    canari: null,
  };
}

describe('publications auxquelles une maison peut revenir', () => {
  it('commence à celle d’avant : la plus récente est ce qui est servi', () => {
    const lignes = [
      uneLigne('PUBLICATION_SCHEMA', 12),
      uneLigne('PUBLICATION_MODULE', 9),
      uneLigne('RETOUR', 7),
    ];
    expect(retoursPossibles(lignes).map(({ numero }) => numero)).toEqual([9, 7]);
  });

  it('laisse les refus, les essais et les jetons, qui n’ont rien changé pour tous', () => {
    const lignes = [
      uneLigne('REFUS', null),
      uneLigne('CANARI', 13),
      uneLigne('PUBLICATION_SCHEMA', 12),
      uneLigne('JETON_CREE', null),
      uneLigne('PROMOTION', 8),
    ];
    expect(retoursPossibles(lignes).map(({ numero }) => numero)).toEqual([8]);
  });

  it('n’offre rien à qui n’a publié qu’une fois', () => {
    expect(retoursPossibles([uneLigne('PUBLICATION_SCHEMA', 1)])).toEqual([]);
  });
});

describe('ce qui revient', () => {
  it('dit ce qui change et ce qui reste', () => {
    expect(ceQuiRevient(unEtat(5, 7), unEtat(4, 7), ['schema', 'module'])).toEqual([
      { genre: 'schema', avant: 'révision 5', apres: 'révision 4', change: true },
      {
        genre: 'module',
        avant: 'version 1.7.0, révision 7',
        apres: 'version 1.7.0, révision 7',
        change: false,
      },
    ]);
  });

  it('laisse ce qui est servi quand rien n’était encore publié', () => {
    expect(ceQuiRevient(unEtat(5, 7), unEtat(4, null), ['module'])).toEqual([
      { genre: 'module', avant: 'version 1.7.0, révision 7', apres: null, change: false },
    ]);
  });

  it('dit que le canari du moment revient ou s’en va avec le module', () => {
    const canari = {
      revision: 8,
      version: '1.8.0',
      publieLe: '2026-11-22T11:00:00Z',
      cible: { roles: ['conseiller'], organisations: [] },
      montages: 0,
      erreurs: 0,
    };
    expect(ceQuiRevient({ ...unEtat(5, 7), canari }, unEtat(5, 7), ['module'])).toEqual([
      {
        genre: 'module',
        avant: 'version 1.7.0, révision 7, et canari 1.8.0, révision 8',
        apres: 'version 1.7.0, révision 7',
        change: true,
      },
    ]);
  });
});
