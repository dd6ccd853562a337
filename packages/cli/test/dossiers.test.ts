import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { trouverDossiers } from '../src/dev/dossiers.js';
import { lirePlateforme } from '../src/dev/plateforme.js';
import type { Monde } from '../src/monde.js';

let racine: string;
beforeEach(() => {
  racine = mkdtempSync(join(tmpdir(), 'passerelle-dossiers-'));
});
afterEach(() => rmSync(racine, { recursive: true }));

function ecrire(chemin: string, texte = '{}'): string {
  const fichier = join(racine, chemin);
  mkdirSync(dirname(fichier), { recursive: true });
  writeFileSync(fichier, texte);
  return fichier;
}

const monde = (env: Monde['env']): Monde => ({
  env,
  dossier: racine,
  ecrire: () => undefined,
  dire: () => undefined,
  largeur: 100,
  anime: false,
  couleur: false,
  attendre: () => Promise.resolve(),
  maintenant: () => new Date(0),
});

test('trouve les pièces du partenaire depuis n’importe quel dossier de son dépôt', () => {
  ecrire('services/region/package.json');
  ecrire('services/region/dist/main.js');
  const passerelle = ecrire('node_modules/@passerelle/gateway/dist/main.js');
  const attendu = { racine, service: join(racine, 'services/region'), module: null, passerelle };
  expect(trouverDossiers(join(racine, 'services/region/dist'), 'region')).toEqual(attendu);
  ecrire('frontends/region/module.json');
  expect(trouverDossiers(racine, 'region').module).toBe(join(racine, 'frontends/region'));
});

test('dit ce qui manque : le partenaire, ou ce qui n’est pas construit', () => {
  expect(() => trouverDossiers(racine, 'region')).toThrow('Aucun dossier services/region');
  ecrire('services/region/package.json');
  ecrire('gateway/dist/main.js');
  expect(() => trouverDossiers(racine, 'region')).toThrow('services/region n’est pas construit');
});

test('les clés viennent de la plateforme du poste, sauf celles que l’on donne', () => {
  for (const nom of [
    'session.cle',
    'jetons-internes.privee.json',
    'jetons-internes.publiques.json',
    'oidc-client.secret',
  ]) {
    ecrire(`.passerelle/secrets/${nom}`);
  }
  ecrire(
    '.passerelle/secrets/jetons-registre.json',
    '{"region":{"schema":"psr_1","module":"x"},"commun":{"module":"y"}}',
  );
  ecrire('.passerelle/acces.json', '{"portail":"http://p","emetteur":"http://e"}');
  expect(() => lirePlateforme(monde({}), undefined, racine, 'region')).toThrow('HABILITATIONS');
  const habilitations = ecrire('autres.json');
  const lue = lirePlateforme(monde({ HABILITATIONS: habilitations }), undefined, racine, 'region');
  expect(lue).toMatchObject({ portail: 'http://p', jeton: 'psr_1' });
  expect(lue.passerelle).toMatchObject({
    HABILITATIONS: habilitations,
    OIDC_EMETTEUR: 'http://e',
    SESSION_CLE: join(racine, '.passerelle/secrets/session.cle'),
  });
  expect(Object.keys(lue.service)).toEqual(['JETONS_INTERNES_JWKS']);
});
