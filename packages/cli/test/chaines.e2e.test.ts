import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unRapport, unResultat } from './support/exemples.js';
import { type FauxRegistre, unFauxRegistre } from './support/faux-registre.js';
import { lancer } from './support/lancer.js';

const CHAINES = ['gitlab-ci.yml', 'github-actions.yml'];
const VARIABLES: Readonly<Record<string, string>> = {
  SERVICE: 'services/region',
  MODULE: 'frontends/region',
  MOTIF: 'la liste ne s’affiche plus',
  GENRE: 'module',
};

let registre: FauxRegistre;
let dossier: string;

beforeEach(async () => {
  registre = await unFauxRegistre();
  for (const route of ['schemas', 'modules', 'retours']) {
    registre.quand(`POST /v1/${route}`, { corps: unResultat() });
  }
  for (const genre of ['schema', 'module']) {
    registre.quand(`POST /v1/verifications/${genre}`, { corps: unRapport() });
  }
  registre.quand('GET /v1/publications/production/42/acquittements', {
    corps: { attendues: [], recus: [] },
  });
  dossier = await mkdtemp(join(tmpdir(), 'passerelle-chaines-'));
  await mkdir(join(dossier, 'services/region'), { recursive: true });
  await mkdir(join(dossier, 'frontends/region/dist'), { recursive: true });
  await writeFile(join(dossier, 'services/region/schema.graphql'), 'type Query { a: Int }');
  await writeFile(join(dossier, 'frontends/region/dist/manifest.json'), '{}');
});
afterEach(async () => {
  await registre.arreter();
  await rm(dossier, { recursive: true });
});

test.each(CHAINES)('les commandes de %s passent toutes, telles qu’elles y sont', async (nom) => {
  const texte = await readFile(new URL(`../../../infra/ci/${nom}`, import.meta.url), 'utf8');
  const commandes = lignes(load(texte)).filter((ligne) => ligne.includes('exec passerelle'));
  for (const commande of commandes) {
    const fin = await lancer(mots(commande), {
      dossier,
      env: { PASSERELLE_REGISTRE: registre.adresse, PASSERELLE_JETON: 'psr_1_x' },
    });
    expect({ commande, ...fin }).toMatchObject({ sortie: 0, stderr: '' });
  }
  const routes = new Set(registre.demandes.map(({ chemin }) => chemin));
  for (const route of [
    '/v1/verifications/schema',
    '/v1/verifications/module',
    '/v1/schemas',
    '/v1/modules',
    '/v1/retours',
  ]) {
    expect(routes).toContain(route);
  }
});

/** Every text of the file that a shell runs. */
function lignes(noeud: unknown): string[] {
  if (typeof noeud === 'string') return noeud.split('\n');
  if (Array.isArray(noeud)) return noeud.flatMap(lignes);
  return typeof noeud === 'object' && noeud !== null ? Object.values(noeud).flatMap(lignes) : [];
}

/** As the shell would: variables replaced, quotes taken off. */
function mots(commande: string): string[] {
  const apres = commande.slice(commande.indexOf('passerelle ') + 'passerelle '.length);
  return [...apres.matchAll(/"([^"]*)"|(\S+)/g)].map(([, cite, nu]) =>
    (cite ?? nu ?? '').replace(
      /\$\{?([A-Z]+)(?::\?[^}]*)?\}?/g,
      (_, nom: string) => VARIABLES[nom] ?? '',
    ),
  );
}
