import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../preparation/paths.mjs';

/** `pnpm-workspace.yaml` of the artefact: ours, with the packages as tarballs. */
export function workspaceFile(rooms, tarballs) {
  const ours = readFileSync(join(racine, 'pnpm-workspace.yaml'), 'utf8');
  const section = (name) => new RegExp(`^${name}:\n((?: .*\n)*)`, 'm').exec(ours)?.[1] ?? '';
  const settings = ours.split('\n').filter((line) => /^[a-zA-Z]+: \S/.test(line));
  const own = [...tarballs].map(([name, file]) => `  "${name}": file:paquets/${file}`);
  return [
    'packages:',
    ...rooms.map((room) => `  - ${room}`),
    '',
    ...settings,
    '',
    'allowBuilds:',
    section('allowBuilds').trimEnd(),
    '',
    '# Les paquets communs, tels que la plateforme les a donnés.',
    'overrides:',
    section('overrides').trimEnd(),
    ...own,
    '',
    'catalog:',
    ...usedOf(section('catalog').trimEnd().split('\n'), rooms),
    '',
  ].join('\n');
}

/** The versions that the rooms and the root ask for. */
function usedOf(lines, rooms) {
  const asked = new Set(Object.keys(ROOT_TOOLS));
  for (const room of rooms) {
    const { dependencies, devDependencies } = JSON.parse(
      readFileSync(join(racine, room, 'package.json'), 'utf8'),
    );
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (range === 'catalog:') asked.add(name);
    }
  }
  return lines.filter((line) => asked.has(/^ {2}"?([^":]+)"?:/.exec(line)?.[1]));
}

const ROOT_TOOLS = { '@biomejs/biome': 'catalog:', typescript: 'catalog:' };

/** `package.json` at the artefact's root: the commands of every day. */
export function rootManifest(partenaire, packages) {
  const { version, packageManager, license } = JSON.parse(
    readFileSync(join(racine, 'package.json'), 'utf8'),
  );
  const tools = packages.filter(({ name }) => /\/(cli|gateway)$/.test(name));
  const [schema, dist] = [`services/${partenaire}/schema.graphql`, `frontends/${partenaire}/dist`];
  return `${JSON.stringify(
    {
      name: `passerelle-${partenaire}`,
      version,
      private: true,
      description: `Sous-graphe et module de ${partenaire} sur Passerelle.`,
      license,
      type: 'module',
      packageManager,
      engines: { node: '>=24' },
      scripts: {
        build: 'pnpm -r --if-present run generate && pnpm -r run build',
        test: 'pnpm -r run test',
        check: 'biome ci .',
        dev: `passerelle dev ${partenaire}`,
        start: `pnpm --filter ./services/${partenaire} run start`,
        'print-schema': `pnpm --filter ./services/${partenaire} run print-schema`,
        verifier: `passerelle verifier schema ${schema} && passerelle verifier module ${dist}`,
        graphe: `passerelle graphe --sortie frontends/${partenaire}/graphe.graphql`,
      },
      devDependencies: {
        ...Object.fromEntries(tools.map(({ name, manifest }) => [name, manifest.version])),
        ...ROOT_TOOLS,
      },
    },
    null,
    2,
  )}\n`;
}
