import { describe, expect, it } from 'vitest';
import { lireDetails, lireJournal } from './lire-journal.js';

describe('détails d’une ligne du journal', () => {
  it('montrent les faits propres à l’évènement', () => {
    expect(
      lireDetails({ passerelle: 'p-1', code: 'ALTEREE', retenu: false, rien: null }).autres,
    ).toEqual([
      { nom: 'passerelle', valeur: 'p-1' },
      { nom: 'code', valeur: 'ALTEREE' },
      { nom: 'retenu', valeur: 'non' },
    ]);
  });

  it('ne perdent rien quand un rapport n’a pas la forme attendue', () => {
    const lus = lireDetails({ rapport: { genre: 'inconnu' }, motif: 'essai' });
    expect(lus.rapport).toBeNull();
    expect(lus.autres.map(({ nom }) => nom)).toEqual(['rapport', 'motif']);
  });

  it('gardent la phrase d’un évènement que la page ne connaît pas', () => {
    const ligne = {
      rang: 1,
      le: '2026-11-22T11:00:00Z',
      evenement: 'NOUVEAU_GENRE',
      canal: null,
      editeur: 'region',
      par: 'registre',
      commit: null,
      numero: null,
      resume: 'Quelque chose de neuf.',
      details: {},
    };
    expect(lireJournal({ entrees: [ligne], suite: null }).entrees[0]).toMatchObject({
      evenement: 'NOUVEAU_GENRE',
      resume: 'Quelque chose de neuf.',
    });
  });
});
