import { expect, test } from 'vitest';
import { enTableau, type InstanceListee } from './en-tableau.js';

const MEMBRES: InstanceListee['membresLe'] = [
  {
    fonction: 'préfet',
    organisation: 'Préfecture',
    partenaire: 'ETAT',
    copilote: true,
    voix: true,
  },
  {
    fonction: 'délégué',
    organisation: 'Organisation',
    partenaire: null,
    copilote: false,
    voix: false,
  },
];
const INSTANCE: InstanceListee = {
  id: 'spel-596',
  type: 'SPEL',
  nom: 'SPEL de Valenciennes',
  regle: 'VALIDATIONS',
  membresLe: MEMBRES,
  predecesseur: null,
  creeeLe: '2016-03-01',
  dissouteLe: null,
  source: 'circulaire',
  territoire: { code: '596', maille: 'ARRONDISSEMENT', nom: 'Valenciennes' },
};

function ligne(instance: InstanceListee): Record<string, unknown> {
  const { colonnes, lignes } = enTableau([instance], true);
  expect(lignes[0]).toHaveLength(colonnes.length);
  return Object.fromEntries(colonnes.map(({ titre }, rang) => [titre, lignes[0]?.[rang]]));
}

test('une instance tient une ligne : ses copilotes, ses autres sièges, ses dates', () => {
  expect(ligne(INSTANCE)).toMatchObject({
    Instance: 'SPEL de Valenciennes',
    'Manière de décider': 'validations des maisons',
    Copilotes: 'préfet (Préfecture)',
    'Autres sièges': 'délégué (Organisation)',
    'Créée le': { jour: '2016-03-01' },
    'Dernier jour': null,
    'Sièges de démonstration': false,
  });
});

test('un comité qui vote dit qui a voix, et que ses sièges sont de démonstration', () => {
  const comite: InstanceListee = { ...INSTANCE, type: 'CLE', regle: 'VOTE' };
  expect(ligne(comite)).toMatchObject({
    Copilotes: 'préfet (Préfecture, voix)',
    'Autres sièges': 'délégué (Organisation, sans voix)',
    'Sièges de démonstration': true,
  });
});

test('les sièges ont leur feuille ; où personne ne vote, aucune voix n’est notée', () => {
  const [sieges] = enTableau([INSTANCE], true).autresFeuilles ?? [];
  expect(sieges?.lignes).toEqual([
    ['SPEL de Valenciennes', 'préfet', 'Préfecture', 'État', true, null, false],
    ['SPEL de Valenciennes', 'délégué', 'Organisation', '', false, null, false],
  ]);
});
