import { describe, expect, it } from 'vitest';
import type { LundiQuery } from '../generated/graphql.js';
import { attentesDuLundi } from './attentes.js';

const seance = (precisions: object = {}) => ({
  id: 'spel-596:2023-12-18',
  jour: '2023-12-18',
  debut: null,
  lieu: null,
  objet: null,
  statut: 'PREVUE' as const,
  ordreDuJourArrete: false,
  demonstration: true,
  instance: { id: 'spel-596', nom: 'SPEL de Valenciennes' },
  points: [{ id: 'p1' }, { id: 'p2' }],
  accordsOrdreDuJour: [{ titre: 'ETAT' as const }],
  ...precisions,
});
const lundi = (precisions: Partial<LundiQuery> = {}): LundiQuery => ({
  seances: { nodes: [seance()] },
  ...precisions,
});
const pour = {
  accord: 'REGION',
  attend: 'REGION',
  responsable: 'REGION',
  le: '2023-12-15',
} as const;

describe('ce qui attend un agent', () => {
  it('un ordre du jour que sa maison n’a pas accordé, et lui seul', () => {
    expect(attentesDuLundi(lundi(), pour)).toMatchObject([
      {
        titre: 'Ordres du jour à accorder',
        attentes: [{ chemin: '/seances/spel-596:2023-12-18', echeance: '2023-12-18' }],
      },
    ]);
    expect(attentesDuLundi(lundi(), { ...pour, accord: 'ETAT' })).toEqual([]);
    expect(attentesDuLundi(lundi(), { ...pour, accord: null })).toEqual([]);
    for (const autre of [
      { ordreDuJourArrete: true },
      { points: [] },
      { statut: 'ANNULEE' },
      { jour: '2023-12-14' },
    ]) {
      expect(attentesDuLundi(lundi({ seances: { nodes: [seance(autre)] } }), pour)).toEqual([]);
    }
  });

  it('une décision à valider s’ouvre dans sa séance, et la suite dans la liste', () => {
    const [groupe] = attentesDuLundi(
      lundi({
        seances: null,
        aValider: {
          nodes: [
            {
              id: 'spel-596:2023-11-20:3',
              numero: 3,
              texte: 'Ouvrir douze places',
              echeance: '2023-12-01',
              seance: {
                id: 'spel-596:2023-11-20',
                jour: '2023-11-20',
                instance: { id: 'spel-596', nom: 'SPEL de Valenciennes' },
              },
            },
          ],
          pageInfo: { hasNextPage: true },
        },
      }),
      pour,
    );
    expect(groupe).toMatchObject({
      titre: 'Décisions à valider',
      attentes: [{ chemin: '/seances/spel-596:2023-11-20#decision-3' }],
      suite: '/decisions?vue=en-attente&attend=region',
    });
  });

  it('une expérimentation finie sans évaluation mène à sa fiche', () => {
    const fiche = { id: 'region:fiche-12', version: 1, titre: 'Navette', fin: '2023-11-30' };
    expect(
      attentesDuLundi(lundi({ seances: null, fichesActionRegion: { nodes: [fiche] } }), pour),
    ).toMatchObject([{ attentes: [{ chemin: '/fiches/region/fiche-12' }] }]);
  });

  it('rien de lu, rien qui attend', () => {
    expect(attentesDuLundi(undefined, pour)).toEqual([]);
  });
});
