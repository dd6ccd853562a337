import { describe, expect, it } from 'vitest';
import { grouper, type Trouvaille, trouvaillesDe } from './groupes.js';

const uneTrouvaille = (precisions: Partial<Trouvaille> = {}): Trouvaille => ({
  genre: 'TERRITOIRE',
  titre: 'Lille',
  sousTitre: 'Commune',
  chemin: '/territoires/commune/59350',
  partenaire: 'etat',
  ...precisions,
});

describe('ce que les trois maisons trouvent', () => {
  it('se range par genre, chaque page une fois', () => {
    const formation = uneTrouvaille({
      genre: 'FORMATION',
      titre: 'Soudage',
      chemin: '/formations?q=1',
      partenaire: 'region',
    });
    const engagement = uneTrouvaille({ genre: 'ENGAGEMENT', chemin: '/protocole/E07' });
    const groupes = grouper([uneTrouvaille()], [formation, uneTrouvaille(), engagement]);
    expect(groupes.map(({ titre, trouvailles }) => [titre, trouvailles.length])).toEqual([
      ['Engagements', 1],
      ['Territoires', 1],
      ['Formations', 1],
    ]);
  });

  it('une maison qui ne répond pas ne retire rien aux autres', () => {
    const { partenaire: _, ...lue } = uneTrouvaille();
    const trouvees = trouvaillesDe({
      rechercherEtat: [lue],
      rechercherRegion: null,
      rechercherPoleEmploi: [],
    });
    expect(trouvees).toEqual([uneTrouvaille()]);
    expect(trouvaillesDe(undefined)).toEqual([]);
  });
});
