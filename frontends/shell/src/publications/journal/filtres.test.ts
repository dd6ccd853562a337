import { describe, expect, it } from 'vitest';
import { motDeLEvenement } from './evenements.js';
import { lireFiltresDuJournal } from './filtres.js';

const lire = (adresse: string) => lireFiltresDuJournal(new URLSearchParams(adresse));

describe('filtres du journal', () => {
  it('se lisent dans l’adresse', () => {
    expect(lire('editeur=region&evenement=REFUS&canal=recette')).toEqual({
      editeur: 'region',
      evenement: 'REFUS',
      canal: 'recette',
    });
  });

  it('ignorent ce qu’ils ne connaissent pas', () => {
    expect(lire('editeur=autre&evenement=toString&canal=essai')).toEqual({
      editeur: '',
      evenement: '',
      canal: '',
    });
  });

  it('nomment un évènement inconnu par son code', () => {
    expect(motDeLEvenement('NOUVEAU').libelle).toBe('NOUVEAU');
    expect(motDeLEvenement('DERIVE').libelle).toBe('Dérive');
  });
});
