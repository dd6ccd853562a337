import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';

const dossier = new URL('../dist/partages/', import.meta.url);
const lire = (nom: string): Promise<string> => readFile(new URL(nom, dossier), 'utf8');
const partages: {
  imports: Record<string, string>;
  integrity: Record<string, string>;
  css: string[];
} = JSON.parse(await lire('partages.json'));

test('la page partage React, single-spa, le client du graphe, les fichiers, les composants et le kit', () => {
  expect(Object.keys(partages.imports).sort()).toEqual([
    '@passerelle/portal-files',
    '@passerelle/portal-kit',
    '@passerelle/portal-ui',
    '@urql/core',
    'react',
    'react-dom',
    'react-dom/client',
    'react/jsx-runtime',
    'single-spa',
    'urql',
  ]);
});

test('chaque fichier servi a son empreinte, qui est celle de son contenu', async () => {
  const fichiers = (await readdir(dossier, { recursive: true })).filter((nom) =>
    /\.(js|css)$/.test(nom),
  );
  expect(fichiers.sort()).toEqual(Object.keys(partages.integrity).sort());
  for (const [nom, empreinte] of Object.entries(partages.integrity)) {
    const contenu = await readFile(new URL(nom, dossier));
    expect(`sha384-${createHash('sha384').update(contenu).digest('base64')}`).toBe(empreinte);
  }
});

test('les fichiers partagés ne s’importent qu’entre eux ou par un nom de la page', async () => {
  const noms = Object.keys(partages.integrity).filter((nom) => nom.endsWith('.js'));
  for (const nom of noms) {
    const cibles = [...(await lire(nom)).matchAll(/(?:from|import)\s*["']([^"'\s]+)["']/g)].map(
      ([, cible = '']) => cible,
    );
    for (const cible of cibles) {
      const connue = cible.startsWith('./')
        ? noms.includes(cible.slice(2))
        : Object.hasOwn(partages.imports, cible);
      expect(connue, `${nom} imports ${cible}`).toBe(true);
    }
  }
});

test('React n’est qu’une fois dans la page', async () => {
  const porteurs = [];
  for (const nom of Object.keys(partages.integrity)) {
    if (
      nom.endsWith('.js') &&
      (await lire(nom)).includes('__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN')
    ) {
      porteurs.push(nom.replace(/\..*/, ''));
    }
  }
  // React itself, and React DOM which reaches into it.
  expect(porteurs.filter((nom) => !nom.startsWith('react'))).toEqual([]);
});

test.each([
  ['react-dom/client', 62],
  ['@passerelle/portal-ui', 64],
  ['@passerelle/portal-kit', 33],
  // What it writes with comes later, when a file is asked for.
  ['@passerelle/portal-files', 4],
])('%s tient dans %i Ko compressé', async (nom, kilooctets) => {
  const { size } = await stat(new URL(`${partages.imports[nom]}.br`, dossier));
  expect(size).toBeLessThanOrEqual(kilooctets * 1024);
});
