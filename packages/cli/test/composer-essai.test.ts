import { expect, test } from 'vitest';
import { composerEssai } from '../src/dev/composer-essai.js';
import { schemaDeRegion, unePublication } from './support/une-publication.js';

const local = (schema: string, partenaire = 'region') => ({
  partenaire,
  origine: 'http://127.0.0.1:4192',
  schema,
});

test('le schéma local prend la place du déployé, avec son adresse ; les autres restent', () => {
  const vive = unePublication();
  const essai = composerEssai(vive, local(schemaDeRegion('intitule: String duree: Int')));
  if (!essai.ok) throw new Error(JSON.stringify(essai.erreurs));
  const { sousGraphes, supergraphe } = essai.publication;
  expect(sousGraphes[0]).toEqual(vive.sousGraphes[0]);
  expect(sousGraphes[1]).toMatchObject({
    partenaire: 'region',
    url: 'http://127.0.0.1:4192/graphql',
    fluxUrl: 'http://127.0.0.1:4192/graphql/stream',
    santeUrl: 'http://127.0.0.1:4192/sante/pret',
  });
  expect(supergraphe).toContain('duree: Int');
});

test('un partenaire qui n’a encore rien publié s’ajoute aux autres', () => {
  const nouveau = schemaDeRegion().replaceAll('ormation', 'ission');
  const essai = composerEssai(unePublication(), local(nouveau, 'missions-locales'));
  expect(essai.ok && essai.publication.sousGraphes.map((s) => s.partenaire)).toEqual([
    'etat',
    'region',
    'missions-locales',
  ]);
});

test('un schéma qui ne se compose pas est refusé, avec la raison', () => {
  const essai = composerEssai(unePublication(), local(schemaDeRegion('de: Inconnu')));
  expect(essai).toMatchObject({ ok: false });
  expect(!essai.ok && essai.erreurs.length).toBeGreaterThan(0);
});
