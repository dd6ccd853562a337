import { expect, test } from 'vitest';
import { unAgent } from '../testing/identities.js';
import { viewerSettings } from './viewer.js';

test('aucun texte du jeton ne sort de sa valeur SQL', () => {
  const sql = viewerSettings(
    unAgent('region', 'charge-de-mission', {
      sujet: "x', true), set_config('passerelle.systeme', 'oui",
      scopes: ["a'b\\", 'protocole:lire'],
    }),
  );
  expect(sql).toContain(`'x'', true), set_config(''passerelle.systeme'', ''oui'`);
  expect(sql).toContain(`set_config('passerelle.systeme', '', true)`);
});

test('qui n’est d’aucune maison n’a pas de maison', () => {
  expect(viewerSettings(unAgent(null, 'partenaire-social'))).toContain(
    `set_config('passerelle.partenaire', '', true)`,
  );
});
