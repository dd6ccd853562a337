import type { Agent } from '@passerelle/portal-kit';
import { describe, expect, it } from 'vitest';
import { questionDuLundi } from './pour-qui.js';

const unAgent = (precisions: Partial<Agent>): Agent => ({
  sujet: 's',
  prenom: null,
  nom: null,
  fonction: '',
  organisation: '',
  partenaire: null,
  roles: [],
  scopes: [],
  territoire: null,
  amr: [],
  ...precisions,
});

describe('ce que la page d’accueil demande', () => {
  it('un sous-préfet : son arrondissement, ses validations, les décisions de l’État', () => {
    const agent = unAgent({
      partenaire: 'etat',
      scopes: ['etat:decision:valider', 'etat:fiche:modifier'],
      territoire: { code: '596', maille: 'ARRONDISSEMENT' },
    });
    expect(questionDuLundi(agent, '2023-12-15')).toMatchObject({
      du: '2023-12-11',
      territoire: { code: '596', maille: 'ARRONDISSEMENT' },
      responsable: 'ETAT',
      attend: 'ETAT',
      valide: true,
      maison: true,
      etat: true,
      region: false,
    });
  });

  it('le délégué du recteur valide au titre du recteur, sur toute la région', () => {
    const agent = unAgent({
      partenaire: 'etat',
      scopes: ['etat:decision:valider-recteur'],
      territoire: { code: '32', maille: 'REGION' },
    });
    expect(questionDuLundi(agent, '2023-12-15')).toMatchObject({
      attend: 'RECTEUR',
      territoire: null,
    });
  });

  it('un partenaire social ne demande que les séances', () => {
    expect(questionDuLundi(unAgent({}), '2023-12-15')).toMatchObject({
      responsable: null,
      maison: false,
      valide: false,
      etat: false,
      region: false,
      poleEmploi: false,
    });
  });
});
