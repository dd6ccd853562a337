import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readBundle } from './read-bundle.js';

function unDossier(fichiers: Readonly<Record<string, string>>): string {
  const dossier = mkdtempSync(join(tmpdir(), 'passerelle-lot-'));
  onTestFinished(() => rmSync(dossier, { recursive: true, force: true }));
  for (const [chemin, contenu] of Object.entries(fichiers)) {
    writeFileSync(join(dossier, chemin), contenu);
  }
  return dossier;
}

const cheminsDe = (dossier: string): string[] => readBundle(dossier).map(({ chemin }) => chemin);

test.each([
  ['manifest.json', 'integrite'],
  ['partages.json', 'integrity'],
])('ce qu’une construction d’avant a laissé n’est pas du lot (%s)', (manifeste, mesures) => {
  const dossier = unDossier({
    [manifeste]: JSON.stringify({ [mesures]: { 'module.b.js': 'sha384-b' } }),
    'documents.json': '{}',
    'module.a.js': 'avant',
    'module.a.js.br': 'avant',
    'style.a.css': 'avant',
    'module.b.js': 'maintenant',
    'police.woff2': 'police',
  });

  expect(cheminsDe(dossier)).toEqual(
    ['documents.json', manifeste, 'module.b.js', 'police.woff2'].toSorted(),
  );
});

test.each(['{"nom":"region"}', 'ceci n’est pas un manifeste'])(
  'sans mesures lisibles (%s), le lot part entier : le registre en juge',
  (manifeste) => {
    const dossier = unDossier({ 'manifest.json': manifeste, 'a.js': '' });

    expect(cheminsDe(dossier)).toEqual(['a.js', 'manifest.json']);
  },
);
