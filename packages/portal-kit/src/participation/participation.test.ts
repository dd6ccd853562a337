import { expect, test } from 'vitest';
import type { Agent } from '../session/session.js';
import { lireSuiteGardee } from './formulaire-de-suite.js';
import {
  attentesEnSeance,
  type DecisionLue,
  type DroitsEnSeance,
  estDuTerritoire,
  type SeanceLue,
} from './participation.js';

const VALENCIENNES = {
  code: '596',
  maille: 'ARRONDISSEMENT',
  parents: [{ code: '59', maille: 'DEPARTEMENT' }],
};

const unAgent = (territoire: Agent['territoire']): Agent => ({
  sujet: 's',
  prenom: null,
  nom: null,
  fonction: 'conseiller régional',
  organisation: 'Région Hauts-de-France',
  partenaire: 'region',
  roles: [],
  scopes: [],
  territoire,
  amr: [],
});

const uneDecision = (autres: Partial<DecisionLue> = {}): DecisionLue => ({
  id: 'spel-596:2023-12-18:1',
  numero: 1,
  texte: 'Ouvrir une session de soudage.',
  responsable: 'POLE_EMPLOI',
  statut: 'EN_ATTENTE',
  echeance: '2024-01-31',
  empreinte: 'e1',
  validationsRequises: ['ETAT', 'REGION'],
  validations: [],
  ...autres,
});

const uneSeance = (autres: Partial<SeanceLue> = {}): SeanceLue => ({
  id: 'spel-596:2023-12-18',
  statut: 'TENUE',
  instance: { territoire: VALENCIENNES },
  points: [],
  empreinteOrdreDuJour: 'o1',
  ordreDuJourArrete: false,
  decisions: { nodes: [] },
  participation: { points: [] },
  ...autres,
});

const REGION: DroitsEnSeance = {
  participer: true,
  accorder: true,
  titres: ['REGION'],
  validerReleve: true,
};

test('une décision attend le titre qui lui manque, et lui seul', () => {
  const seance = uneSeance({
    decisions: {
      nodes: [
        uneDecision(),
        uneDecision({ numero: 2, validations: [{ titre: 'REGION', perimee: false }] }),
        uneDecision({ numero: 3, validationsRequises: ['ETAT'] }),
        uneDecision({ numero: 4, statut: 'ADOPTEE' }),
      ],
    },
  });
  const { aValider } = attentesEnSeance(seance, 'region', REGION);
  expect(aValider.map(({ decision }) => decision.numero)).toEqual([1]);
});

test('une validation donnée sur un autre texte est redemandée', () => {
  const perimee = uneDecision({
    validations: [{ titre: 'REGION', perimee: true }],
    validation: { titre: 'REGION', empreinte: 'e0', auteur: 'conseiller régional', le: 'hier' },
  });
  const seance = uneSeance({ decisions: { nodes: [perimee] } });
  expect(attentesEnSeance(seance, 'region', REGION).aValider).toHaveLength(1);
});

test('ce qui est signé ici et que l’État n’a pas reçu est en chemin, et n’est pas redemandé', () => {
  const donnee = uneDecision({
    validation: { titre: 'REGION', empreinte: 'e1', auteur: 'conseiller régional', le: 'hier' },
  });
  const seance = uneSeance({
    statut: 'PREVUE',
    decisions: { nodes: [donnee] },
    participation: { points: [{ id: 'p1', titre: 'Soudure' }] },
  });
  const attentes = attentesEnSeance(seance, 'region', REGION);
  expect(attentes.aValider).toEqual([]);
  expect(attentes.enChemin).toEqual([
    'votre validation de la décision 1',
    'votre point «\u00a0Soudure\u00a0»',
  ]);
});

test('l’accord se donne sur l’ordre du jour présent, tant qu’il n’est pas arrêté', () => {
  const prevue = uneSeance({ statut: 'PREVUE', points: [{ id: 'p' }] });
  const accordee = (empreinte: string): SeanceLue => ({
    ...prevue,
    participation: {
      points: [],
      accordOrdreDuJour: { empreinte, auteur: 'conseiller régional', le: 'hier' },
    },
  });
  expect(attentesEnSeance(prevue, 'region', REGION).accord).toBe(true);
  expect(attentesEnSeance(accordee('o1'), 'region', REGION).accord).toBe(false);
  expect(attentesEnSeance(accordee('o0'), 'region', REGION).accord).toBe(true);
  expect(attentesEnSeance({ ...prevue, points: [] }, 'region', REGION).accord).toBe(false);
});

test('le relevé attend une validation une fois écrit, jusqu’à ce qu’il soit figé', () => {
  const ecrite = uneSeance({ releve: { empreinte: 'r1', figeLe: null } });
  expect(attentesEnSeance(ecrite, 'region', REGION).releve).toBe(true);
  const figee = uneSeance({ releve: { empreinte: 'r1', figeLe: '2023-12-19T10:00:00Z' } });
  expect(attentesEnSeance(figee, 'region', REGION).releve).toBe(false);
  expect(attentesEnSeance(uneSeance(), 'region', REGION).releve).toBe(false);
});

test('une décision adoptée et confiée à la maison attend sa suite', () => {
  const adoptee = uneDecision({ statut: 'ADOPTEE' });
  const faite = uneDecision({
    statut: 'ADOPTEE',
    suite: { avancement: 'FAITE', auteur: 'directeur', modifieLe: 'hier', version: 1 },
  });
  const seance = uneSeance({ decisions: { nodes: [adoptee, faite] } });
  expect(attentesEnSeance(seance, 'pole-emploi', REGION).aSuivre).toEqual([adoptee]);
  expect(attentesEnSeance(seance, 'region', REGION).aSuivre).toEqual([]);
});

test('un agent d’un territoire agit dans le sien et dans ce qu’il contient', () => {
  const agit = (code: string, maille: string): boolean =>
    estDuTerritoire(unAgent({ code, maille }), VALENCIENNES);
  expect(agit('596', 'ARRONDISSEMENT')).toBe(true);
  expect(agit('59', 'DEPARTEMENT')).toBe(true);
  expect(agit('595', 'ARRONDISSEMENT')).toBe(false);
  expect(agit('32', 'REGION')).toBe(true);
  expect(estDuTerritoire(unAgent(null), VALENCIENNES)).toBe(true);
});

test('le directeur territorial siège aussi à la table régionale, le conseiller régional non', () => {
  const region = { code: '32', maille: 'REGION', parents: [] };
  const sien = unAgent({ code: '596', maille: 'ARRONDISSEMENT' });
  expect(estDuTerritoire(sien, region)).toBe(false);
  expect(estDuTerritoire({ ...sien, roles: ['directeur-territorial'] }, region)).toBe(true);
});

test('une suite gardée sur le poste se relit ; ce qui n’en est pas une est ignoré', () => {
  const saisie = { avancement: 'FAITE', texte: 'Session ouverte.', base: 2 };
  expect(lireSuiteGardee(saisie)).toEqual(saisie);
  expect(lireSuiteGardee({ ...saisie, avancement: 'PEUT_ETRE' })).toBeNull();
  expect(lireSuiteGardee('texte')).toBeNull();
});
