// `npm test [-- part-of-a-package-name …]`: every check and every test, from a bare clone.
// Ends with `N passed, N failed` alone on the last line, and the exit code that goes with it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countChecks, countTests, sum } from './essais/counts.mjs';
import { inSeats } from './essais/seats.mjs';
import { findSuites } from './essais/suites.mjs';
import { createSurroundings } from './essais/surroundings.mjs';
import { memoire, node24, racine, toolEnvironment } from './preparation/paths.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main, Refusal } from './preparation/refusal.mjs';
import { createSteps, formatSeconds } from './preparation/steps.mjs';
import { interruption, runTool } from './preparation/tool.mjs';

/**
 * Suites at once: one more than the processors of a small machine, because each waits part of its
 * time, for a page, a signal or a disk.
 */
const SEATS = 3;
const SUITE_TIMEOUT_MS = 25 * 60_000;
const SHOWN_LINES = 150;

const startedAt = Date.now();
const logs = join(memoire, 'essais');

await main(async () => {
  try {
    return await testAll(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // Nothing could be proved: that is one failure, and the last line still says so.
    console.log(`\n${error.message}\n\n0 passed, 1 failed`);
    return 1;
  }
});

async function testAll(wanted) {
  await prepare(createSteps(3));
  rmSync(logs, { recursive: true, force: true });
  mkdirSync(logs, { recursive: true });
  const surroundings = await createSurroundings();
  let left = [];
  let results = [];
  try {
    results = await runAll(wanted, { ...toolEnvironment(), ...surroundings.env });
  } finally {
    left = await surroundings.close();
  }
  if (interruption() !== null) throw new Refusal('Interrompu.');
  const processes = { passed: left.length === 0 ? 1 : 0, failed: left.length };
  results.push(report('processus laissés', processes, 0, left));
  return conclude(results, wanted);
}

async function runAll(wanted, env) {
  const { suites, without } = findSuites(wanted);
  if (suites.length === 0) throw new Refusal(`Aucun paquet ne répond à « ${wanted.join(' ')} ».`);
  console.log(`\nVérifications et essais (journaux : ${logs})`);
  if (without.length > 0) console.log(`  sans essais : ${without.join(', ')}`);
  const results = [];
  if (wanted.length === 0) results.push(await runChecks(env));
  await inSeats(SEATS, suites, async (suite) => {
    if (interruption() === null) results.push(await runSuite(suite, env));
  });
  return results;
}

async function runChecks(env) {
  const since = Date.now();
  const lines = [];
  const code = await runTool(node24, [join(racine, 'infra', 'local', 'check.mjs')], {
    cwd: racine,
    env,
    log: join(logs, 'npm-run-check.log'),
    onLine: (line) => lines.push(line),
    timeoutMs: SUITE_TIMEOUT_MS,
  });
  return report('npm run check', countChecks(lines, code), Date.now() - since, lines);
}

async function runSuite({ name, folder }, env) {
  const since = Date.now();
  const lines = [];
  const code = await runTool('pnpm', ['run', 'test'], {
    cwd: folder,
    env,
    log: join(logs, `${name.replaceAll('/', '-')}.log`),
    onLine: (line) => lines.push(line),
    timeoutMs: SUITE_TIMEOUT_MS,
  });
  return report(name, countTests(lines, code), Date.now() - since, lines);
}

function report(name, counts, durationMs, lines) {
  const verdict = counts.failed === 0 ? 'ok' : 'ÉCHEC';
  const detail = `${counts.passed} passed, ${counts.failed} failed`;
  console.log(`  ${verdict.padEnd(6)} ${name.padEnd(30)} ${detail} (${formatSeconds(durationMs)})`);
  if (counts.failed > 0 && interruption() === null) {
    console.log(
      lines
        .slice(-SHOWN_LINES)
        .map((line) => `    ${line}`)
        .join('\n'),
    );
  }
  return { name, ...counts };
}

function conclude(results, wanted) {
  const { passed, failed } = sum(results);
  const duration = Math.round((Date.now() - startedAt) / 1000);
  console.log('');
  for (const result of results.filter((one) => one.failed > 0))
    console.log(`En échec : ${result.name}`);
  if (wanted.length > 0) console.log(`Seulement : ${wanted.join(', ')}`);
  console.log(`Durée : ${Math.floor(duration / 60)} min ${duration % 60} s`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
