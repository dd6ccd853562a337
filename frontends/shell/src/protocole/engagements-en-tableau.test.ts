import { expect, test } from 'vitest';
import { engagementsEnTableau } from './engagements-en-tableau.js';
import type { LigneDeSuivi } from './suivi.js';

const ligne: LigneDeSuivi = {
  code: 'E07',
  numero: 7,
  libelle: 'Former plus près',
  texteOfficiel: false,
  enjeu: 2,
  pilote: 'region',
  copilotes: ['etat', 'pole-emploi'],
  echeance: '2023-12-31',
  retireLe: null,
  suivis: {
    etat: { nature: 'rien', enPreparation: true },
    region: {
      nature: 'publie',
      avancement: 60,
      meteo: 'SOLEIL',
      publieLe: '2023-10-31T23:30:00Z',
      enPreparation: false,
    },
    'pole-emploi': { nature: 'indisponible' },
  },
};

function laLigne(): Record<string, unknown> {
  const { colonnes, lignes } = engagementsEnTableau([ligne], {
    maisons: ['region'],
    enjeux: new Map([[2, 'Orienter']]),
    commentaires: new Map([['E07', { region: 'En janvier.', etat: 'brouillon' }]]),
    aujourdhui: new Date('2023-12-15T23:00:00Z'),
  });
  return Object.fromEntries(colonnes.map(({ titre }, rang) => [titre, lignes[0]?.[rang]]));
}

test('ce que chaque maison a publié part avec sa date, le jour de Paris', () => {
  expect(laLigne()).toMatchObject({
    Code: 'E07',
    'Libellé de l’enjeu': 'Orienter',
    Copilotes: 'État, Pôle emploi',
    Échéance: { jour: '2023-12-31' },
    'Région : contribution': 'publiée',
    'Région : avancement (%)': 60,
    'Région : publiée le': { jour: '2023-11-01' },
    'Région : commentaire': 'En janvier.',
    'Dernier mouvement': { jour: '2023-11-01' },
    'Sans publication depuis (jours)': 44,
    'Libellé de démonstration': true,
  });
});

test('ce qui n’est pas publié n’y est pas, une maison absente se dit absente', () => {
  expect(laLigne()).toMatchObject({
    'État : contribution': 'en préparation',
    'État : avancement (%)': null,
    'État : commentaire': '',
    'Pôle emploi : contribution': 'la maison ne répond pas',
    'Pôle emploi : publiée le': null,
  });
});
