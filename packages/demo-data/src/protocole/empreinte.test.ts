import { empreinte, protocoleDemonstration, type TexteProtocole } from '@passerelle/demo-data';
import { expect, test } from 'vitest';

const texte = protocoleDemonstration();

test('trois originaux identiques ont la même empreinte', () => {
  expect(empreinte(protocoleDemonstration())).toBe(empreinte(protocoleDemonstration()));
  expect(empreinte(texte)).toMatch(/^[0-9a-f]{64}$/);
});

test('l’ordre des colonnes et la composition des accents ne changent pas l’empreinte', () => {
  const { protocole, enjeux, engagements } = texte;
  const reordered: TexteProtocole = {
    engagements: engagements.map(({ libelle, ...rest }) => ({
      ...rest,
      libelle: libelle.normalize('NFD'),
    })),
    enjeux,
    protocole,
  };
  expect(Object.keys(reordered)).not.toEqual(Object.keys(texte));
  expect(empreinte(reordered)).toBe(empreinte(texte));
});

test.each<[string, TexteProtocole]>([
  ['un mot', { ...texte, protocole: { ...texte.protocole, lieu: 'Lille' } }],
  ['un engagement retiré', { ...texte, engagements: texte.engagements.slice(1) }],
  ['l’ordre des engagements', { ...texte, engagements: texte.engagements.toReversed() }],
  [
    'une échéance',
    { ...texte, engagements: texte.engagements.map((e) => ({ ...e, echeance: '2025-01-01' })) },
  ],
])('%s change l’empreinte', (_, modifie) => {
  expect(empreinte(modifie)).not.toBe(empreinte(texte));
});
