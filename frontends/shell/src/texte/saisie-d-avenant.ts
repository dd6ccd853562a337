import { nomPartenaire, partenaireDuGraphe } from '@passerelle/portal-kit';
import type { ModificationEngagementInput, Partenaire } from '../generated/graphql.js';
import { completer, type Ecriture } from './modifications.js';

export type GesteDeTexte = 'modifier' | 'ajouter' | 'retirer';

/** What is being typed; an empty text keeps what is in force. */
export interface SaisieDeTexte {
  geste: GesteDeTexte;
  code: string;
  libelle: string;
  enjeu: string;
  pilote: string;
  copilotes: string;
  echeance: string;
  retireLe: string;
}

export const SAISIE_VIDE: Omit<SaisieDeTexte, 'code'> = {
  geste: 'modifier',
  libelle: '',
  enjeu: '',
  pilote: '',
  copilotes: '',
  echeance: '',
  retireLe: '',
};

export const MAISONS: readonly Partenaire[] = ['ETAT', 'REGION', 'POLE_EMPLOI'];

/** Every set of co-pilots, the empty one first; « aucun » is a choice, not an oversight. */
export const CHOIX_DE_COPILOTES: readonly (readonly Partenaire[])[] = [
  [],
  ['ETAT'],
  ['REGION'],
  ['POLE_EMPLOI'],
  ['ETAT', 'REGION'],
  ['ETAT', 'POLE_EMPLOI'],
  ['REGION', 'POLE_EMPLOI'],
];

export const AUCUN = 'AUCUN';

export const valeurDe = (maisons: readonly Partenaire[]): string => maisons.join(' ') || AUCUN;

export function nommer(maisons: readonly Partenaire[]): string {
  return maisons.map((maison) => nomPartenaire(partenaireDuGraphe(maison))).join(', ') || 'aucun';
}

/** The writing with what is typed; what is missing is told field by field instead. */
export function ecrire(
  ecriture: Ecriture,
  saisie: SaisieDeTexte,
): { ecriture: Ecriture } | { manques: Readonly<Record<string, string>> } {
  const { geste, code, retireLe } = saisie;
  if (geste === 'retirer') {
    return retireLe === ''
      ? { manques: { retireLe: 'Donnez le dernier jour de cet engagement.' } }
      : { ecriture: completer(ecriture, { code, retireLe }) };
  }
  if (geste === 'modifier') {
    const champs = champsSaisis(saisie);
    return Object.keys(champs).length === 0
      ? { manques: { libelle: 'Changez au moins un champ.' } }
      : { ecriture: completer(ecriture, { code, ...champs }) };
  }
  const { libelle, enjeu, pilote, copilotes, echeance } = champsSaisis(saisie);
  const manques = {
    ...(!libelle && { libelle: 'Donnez le libellé de l’engagement.' }),
    ...(!enjeu && { enjeu: 'Choisissez l’enjeu auquel il répond.' }),
    ...(!pilote && { pilote: 'Choisissez la maison qui le pilote.' }),
    ...(!echeance && { echeance: 'Donnez son échéance.' }),
  };
  if (!libelle || !enjeu || !pilote || !echeance) return { manques };
  const ajout = { libelle, enjeu, pilote, copilotes: copilotes ?? [], echeance };
  return { ecriture: { ...ecriture, ajouts: [...ecriture.ajouts, ajout] } };
}

function champsSaisis(saisie: SaisieDeTexte): Omit<ModificationEngagementInput, 'code'> {
  const pilote = MAISONS.find((maison) => maison === saisie.pilote);
  const copilotes = CHOIX_DE_COPILOTES.find((maisons) => valeurDe(maisons) === saisie.copilotes);
  return {
    ...(saisie.libelle.trim() !== '' && { libelle: saisie.libelle.trim() }),
    ...(saisie.enjeu !== '' && { enjeu: Number(saisie.enjeu) }),
    ...(pilote && { pilote }),
    ...(copilotes && { copilotes: [...copilotes] }),
    ...(saisie.echeance !== '' && { echeance: saisie.echeance }),
  };
}
