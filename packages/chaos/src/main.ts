import { writeFileSync } from 'node:fs';
import { ArgumentInvalide } from './arguments.js';
import { chooseScenario, ScenarioInconnu } from './run-chaos.js';
import { closeStages } from './stage.js';
import { writeTable } from './words.js';

async function main(): Promise<void> {
  const { options, run } = chooseScenario(process.argv.slice(2));
  const { figures, lignes, manquements } = await run({
    say: (text) => process.stderr.write(`${text}…\n`),
  });
  process.stdout.write(`\n${writeTable(lignes)}\n\n`);
  process.stdout.write(
    manquements.length === 0
      ? 'Rien n’a échoué, rien n’a été perdu.\n'
      : `${manquements.map((manquement) => `MANQUEMENT ${manquement}`).join('\n')}\n`,
  );
  if (options.json !== null) {
    writeFileSync(options.json, `${JSON.stringify({ ...figures, manquements }, null, 2)}\n`);
  }
  if (manquements.length > 0) process.exitCode = 1;
}

// Killed, we could not do this: the platform and the processes of the scenario then leave by
// themselves, when our channel to them closes.
const leave = (): void => void closeStages().finally(() => process.exit(130));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
process.on('disconnect', leave);
// Listening for its end must not keep us here once all is said.
process.channel?.unref();

main().catch((error: unknown) => {
  const isRefusal = error instanceof ArgumentInvalide || error instanceof ScenarioInconnu;
  if (!isRefusal) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
