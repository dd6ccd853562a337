import { expect, test } from 'vitest';
import { enTableau, type OrganisationListee } from './en-tableau.js';

const ORGANISATION: OrganisationListee = {
  id: 'o1',
  nom: 'Direction régionale',
  type: 'SERVICE_ETAT',
  partenaire: 'ETAT',
  sujets: ['emploi', 'apprentissage'],
  contact: null,
  roles: [
    {
      id: 'r1',
      fonction: 'directeur',
      titulaire: 'A. Exemple',
      alias: [{ nom: 'A. Exemples', source: { intitule: 'annuaire' } }],
      du: '2023-06-08',
      source: { intitule: 'communiqué' },
    },
  ],
  territoire: { code: '32', maille: 'REGION', nom: 'Hauts-de-France' },
  source: { intitule: 'communiqué du 8 juin 2023' },
  demonstration: false,
};

test('une organisation tient une ligne, avec toutes les orthographes et sa source', () => {
  const { colonnes, lignes } = enTableau([ORGANISATION]);
  expect(lignes[0]).toHaveLength(colonnes.length);
  expect(
    Object.fromEntries(colonnes.map(({ titre }, rang) => [titre, lignes[0]?.[rang]])),
  ).toMatchObject({
    Nature: 'Service de l’État',
    Maison: 'État',
    Fonctions: 'directeur : A. Exemple, aussi écrit A. Exemples (annuaire)',
    Courriel: '',
    Source: 'communiqué du 8 juin 2023',
  });
});

test('chaque fonction a sa ligne, sa date et sa source dans la seconde feuille', () => {
  const [fonctions] = enTableau([ORGANISATION]).autresFeuilles ?? [];
  expect(fonctions?.lignes).toEqual([
    [
      'Direction régionale',
      'directeur',
      'A. Exemple',
      'A. Exemples (annuaire)',
      { jour: '2023-06-08' },
      'communiqué',
      false,
    ],
  ]);
});
