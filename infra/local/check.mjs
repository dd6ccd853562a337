// `npm run check`: the fast checks, one line each. Output contract (read by test.mjs):
// `check: <name> ok` or `check: <name> failed`, then the tool's own words when it failed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const bin = join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}`, NO_COLOR: '1' };

function run(command, args) {
  const done = spawnSync(join(bin, command), args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return { ok: done.status === 0, words: `${done.stdout ?? ''}${done.stderr ?? ''}` };
}

const rooms = ['services', 'gateway', 'frontends', 'packages'];

/** The swc parser is missing or blind when nothing was cruised: a green light that proves nothing. */
function boundaries() {
  const done = run('depcruise', ['--config', '.dependency-cruiser.cjs', ...rooms]);
  const cruised = /\((\d+) modules, (\d+) dependencies cruised\)/.exec(done.words);
  if (done.ok && (!cruised || Number(cruised[1]) < 100 || Number(cruised[2]) < 200)) {
    return { ok: false, words: `too few modules cruised to be believed:\n${done.words}` };
  }
  return done;
}

/** The deliberate wrong import of infra/boundaries must be refused, by its rule. */
function boundariesCanFail() {
  const done = run('depcruise', ['--config', '.dependency-cruiser.cjs', 'infra/boundaries']);
  const refused = !done.ok && done.words.includes('service-stands-alone');
  return { ok: refused, words: refused ? '' : `the wrong import was accepted:\n${done.words}` };
}

/** graphql must exist once: two copies do not recognise each other's types. */
function oneGraphql() {
  const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8');
  const versions = new Set([...lock.matchAll(/^ {2}graphql@([\d.]+):/gm)].map((m) => m[1]));
  return {
    ok: versions.size === 1,
    words: `graphql versions in the lockfile: ${[...versions].join(', ')}`,
  };
}

/** Every room has its README, and every ADR is listed. */
function documents() {
  const missing = [];
  for (const room of ['services', 'frontends', 'packages']) {
    for (const entry of readdirSync(join(root, room), { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const files = readdirSync(join(root, room, entry.name));
      if (files.includes('package.json') && !files.includes('README.md'))
        missing.push(`${room}/${entry.name}/README.md`);
    }
  }
  const list = readFileSync(join(root, 'docs/adr/README.md'), 'utf8');
  for (const file of readdirSync(join(root, 'docs/adr'))) {
    if (/^\d{4}-.*\.md$/.test(file) && !list.includes(file))
      missing.push(`docs/adr/README.md does not list ${file}`);
  }
  return { ok: missing.length === 0, words: missing.join('\n') };
}

/** Every row of the founding text that is listed names tests, and each of them is about that row. */
function rows() {
  const wrong = [];
  const list = readFileSync(join(root, 'docs/lignes.md'), 'utf8');
  for (const [, row, cells] of list.matchAll(/^\| *(\d+) *\|([^\n]*)$/gm)) {
    const files = [...cells.matchAll(/\]\(\.\.\/([^)]+)\)/g)].map(([, file]) => file);
    if (files.length === 0) wrong.push(`docs/lignes.md: row ${row} names no test`);
    for (const file of files) {
      const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
      if (!new RegExp(`['\`]ligne ${row}\\b`).test(text))
        wrong.push(`docs/lignes.md: no test of row ${row} in ${file}`);
    }
  }
  return { ok: wrong.length === 0, words: wrong.join('\n') };
}

const checks = [
  [
    'format-and-lint',
    () => run('biome', ['ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=50', '.']),
  ],
  ['types-aware-lint', () => run('oxlint', ['--type-aware', '--deny-warnings', ...rooms])],
  ['boundaries', boundaries],
  ['boundaries-can-fail', boundariesCanFail],
  ['turbo-boundaries', () => run('turbo', ['boundaries'])],
  ['dead-code', () => run('knip', ['--no-progress'])],
  ['workspace-versions', () => run('sherif', ['--no-install'])],
  ['one-graphql', oneGraphql],
  ['links', () => run('remark', ['--quiet', '--frail', '--no-stdout', '.'])],
  ['documents', documents],
  ['rows', rows],
];

const only = process.argv.slice(2);
let failed = 0;
for (const [name, check] of checks) {
  if (only.length > 0 && !only.includes(name)) continue;
  const result = check();
  console.log(`check: ${name} ${result.ok ? 'ok' : 'failed'}`);
  if (!result.ok) {
    failed += 1;
    console.log(
      result.words
        .trim()
        .split('\n')
        .slice(0, 80)
        .map((line) => `  ${line}`)
        .join('\n'),
    );
  }
}
process.exit(failed === 0 ? 0 : 1);
