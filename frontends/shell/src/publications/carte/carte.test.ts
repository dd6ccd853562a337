import type { EtatDeDemandeCarte } from '@passerelle/publication';
import { describe, expect, it } from 'vitest';
import { attendMaison, trierDemandes } from './demandes-triees.js';
import { filtrerCarte, TOUTES_LES_MAISONS } from './filtrer-carte.js';

type Decision = EtatDeDemandeCarte['accords'][number]['decision'];

function uneDemande(
  id: string,
  statut: EtatDeDemandeCarte['statut'],
  region: Decision,
): EtatDeDemandeCarte {
  return {
    id,
    demandeeLe: `2026-11-0${id}T00:00:00Z`,
    par: 'jeton etat',
    editeur: 'etat',
    motif: 'Il le faut.',
    urgence: false,
    statut,
    expireLe: '2026-12-01T00:00:00Z',
    changements: [],
    accords: [{ partenaire: 'region', decision: region, par: null, le: null, motif: null }],
    revision: null,
  };
}

describe('demandes de changement de la carte', () => {
  it('montrent d’abord celles qui attendent la maison de l’agent', () => {
    const demandes = [
      uneDemande('4', 'APPLIQUEE', 'ACCORD'),
      uneDemande('3', 'EN_ATTENTE', 'ACCORD'),
      uneDemande('1', 'EN_ATTENTE', 'EN_ATTENTE'),
      uneDemande('2', 'EN_ATTENTE', 'EN_ATTENTE'),
    ];
    expect(trierDemandes(demandes, 'region').map(({ id }) => id)).toEqual(['2', '1', '3', '4']);
  });

  it('ne se répondent que par une maison concernée, tant qu’elles attendent', () => {
    expect(attendMaison(uneDemande('1', 'EN_ATTENTE', 'EN_ATTENTE'), 'region')).toBe(true);
    expect(attendMaison(uneDemande('1', 'EN_ATTENTE', 'EN_ATTENTE'), 'pole-emploi')).toBe(false);
    expect(attendMaison(uneDemande('1', 'EXPIREE', 'EN_ATTENTE'), 'region')).toBe(false);
  });
});

describe('recherche dans la carte', () => {
  const lignes = [
    { nom: 'Formation', nature: 'objet', partenaire: 'region', cles: ['id'] },
    { nom: 'PageInfo', nature: 'valeur partagée', partenaire: null, cles: [] },
  ];
  it('filtre par nom et par maison', () => {
    expect(filtrerCarte(lignes, { cherche: 'forma', maison: '' })).toHaveLength(1);
    expect(filtrerCarte(lignes, { cherche: '', maison: 'etat' })).toEqual([]);
    expect(filtrerCarte(lignes, { cherche: '', maison: TOUTES_LES_MAISONS })).toEqual([lignes[1]]);
  });
});
