import { empreinte, protocoleDemonstration } from '@passerelle/demo-data';
import { expect, test } from 'vitest';
import { appliquer } from './appliquer.js';
import type { Modifications } from './avenant.js';
import { comparer } from './comparer.js';

const base = protocoleDemonstration();
const AVENANT = { nature: 'AVENANT', source: null } as const;

function texteAvec(modifications: Modifications) {
  const modifie = appliquer(base, modifications, AVENANT);
  if (!modifie.ok) throw new Error(modifie.refus.code);
  return modifie.texte;
}

function erreursDe(modifications: Modifications): string[] {
  const modifie = appliquer(base, modifications, AVENANT);
  return modifie.ok
    ? []
    : modifie.erreurs.map(({ sujet, champ, code }) => `${sujet} ${champ} ${code}`);
}

const AJOUT = {
  libelle: 'Ouvrir les ateliers aux jeunes',
  enjeu: 1,
  pilote: 'REGION',
  copilotes: ['ETAT'],
  echeance: '2024-12-31',
} as const;

test('ligne 4 : un avenant ajoute un engagement sous le code suivant', () => {
  const texte = texteAvec({ ajouts: [AJOUT, { ...AJOUT, libelle: 'Un autre' }] });
  expect(texte.engagements.slice(-2).map(({ code, numero }) => [code, numero])).toEqual([
    ['E24', 24],
    ['E25', 25],
  ]);
  expect(texte.engagements).toHaveLength(25);
  expect(comparer(base, texte).filter(({ sujet }) => sujet === 'E24')).toEqual(
    expect.arrayContaining([
      { sujet: 'E24', champ: 'libelle', avant: '', apres: 'Ouvrir les ateliers aux jeunes' },
      { sujet: 'E24', champ: 'pilote', avant: '', apres: 'region' },
      { sujet: 'E24', champ: 'copilotes', avant: '', apres: '["etat"]' },
    ]),
  );
});

test('ligne 4 : un engagement retiré reste lisible avec son dernier jour, et son code n’est pas repris', () => {
  const retire = texteAvec({ engagements: [{ code: 'E23', retireLe: '2024-06-30' }] });
  expect(retire.engagements).toHaveLength(23);
  expect(comparer(base, retire)).toEqual([
    { sujet: 'E23', champ: 'retireLe', avant: '', apres: '2024-06-30' },
  ]);
  const suite = appliquer(retire, { ajouts: [AJOUT] }, AVENANT);
  expect(suite.ok && suite.texte.engagements.at(-1)?.code).toBe('E24');
  const encore = appliquer(retire, { engagements: [{ code: 'E23', libelle: 'Autre' }] }, AVENANT);
  expect(encore.ok ? null : encore.refus.code).toBe('ENGAGEMENT_RETIRE');
});

test('un avenant change l’enjeu, le pilote et les copilotes', () => {
  const texte = texteAvec({
    engagements: [
      { code: 'E01', enjeu: 4, pilote: 'ETAT', copilotes: ['POLE_EMPLOI', 'POLE_EMPLOI'] },
    ],
  });
  expect(texte.engagements[0]).toMatchObject({
    enjeu: 4,
    pilote: 'etat',
    copilotes: ['pole-emploi'],
  });
});

test('chaque erreur est dite où elle a été saisie', () => {
  expect(
    erreursDe({
      intitule: ' ',
      enjeux: [{ numero: 9, libelle: 'x' }],
      engagements: [
        { code: 'E77', libelle: 'x' },
        { code: 'E02', libelle: '<b>x</b>', enjeu: 9, retireLe: '2020-01-01' },
      ],
      ajouts: [{ ...AJOUT, copilotes: ['REGION'] }],
    }),
  ).toEqual([
    'protocole intitule TEXTE_REFUSE',
    'enjeu 9 numero ELEMENT_INCONNU',
    'E77 code ELEMENT_INCONNU',
    'E02 retireLe RETRAIT_AVANT_SIGNATURE',
    'E02 libelle TEXTE_REFUSE',
    'E02 enjeu ELEMENT_INCONNU',
    'E24 copilotes PILOTE_ET_COPILOTE',
  ]);
});

test('ce qui ne change rien garde l’empreinte du texte', () => {
  expect(empreinte(texteAvec({}))).toBe(empreinte(base));
});
