import type { Canal } from '@passerelle/publication';
import { EDITEURS } from '../commun/editeurs.js';
import { CANAUX } from '../registre/lire-canal.js';
import { evenementDe } from './evenements.js';

/** What the reader asks of the journal; kept in the address. Empty: everything. */
export interface FiltresDuJournal {
  editeur: string;
  evenement: string;
  canal: Canal | '';
}

/** Reads the address; what it does not understand is as if it were not there. */
export function lireFiltresDuJournal(recherche: URLSearchParams): FiltresDuJournal {
  const editeur = recherche.get('editeur') ?? '';
  const canal = recherche.get('canal') ?? '';
  return {
    editeur: EDITEURS.includes(editeur) ? editeur : '',
    evenement: evenementDe(recherche),
    canal: CANAUX.find((connu) => connu === canal) ?? '',
  };
}
