import { writeFileSync } from 'node:fs';
import { ArgumentInvalide, readArguments, readPagesArguments } from './arguments.js';
import { runPages } from './pages/run-pages.js';
import { writePagesTable } from './pages/table.js';
import { runBench, ScenarioInconnu } from './run-bench.js';
import { writeTable } from './table.js';

const isTerminal = process.stderr.isTTY;

async function main(): Promise<void> {
  const [command] = process.argv.slice(2);
  await (command === 'pages' ? measurePages() : compareGateways());
}

/** `bench pages`: the queries of the portal's pages on a whole platform. */
async function measurePages(): Promise<void> {
  const options = readPagesArguments(process.argv.slice(3));
  const figures = await runPages(options, (text) => process.stderr.write(`${text}…\n`));
  process.stdout.write(`\n${writePagesTable(figures)}\n`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

async function compareGateways(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  const figures = await runBench(options, {
    say: (text) => process.stderr.write(`${text}…\n`),
    count: (done, total) => {
      if (isTerminal) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`);
    },
  });
  process.stdout.write(`\n${writeTable(figures)}\n`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

// The processes that we measure leave when our channel to them closes, however we end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => process.exit(130));
}
process.on('disconnect', () => process.exit(130));
// Listening for its end must not keep us here once all is said.
process.channel?.unref();

main().catch((error: unknown) => {
  const isRefusal = error instanceof ArgumentInvalide || error instanceof ScenarioInconnu;
  if (!isRefusal) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
