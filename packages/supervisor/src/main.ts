import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeProcesses } from './process-definitions.js';
import { runCommand } from './run-command.js';

// `npm start`, once everything is installed and built; started by infra/local/start.mjs.
await runCommand({
  env: process.env,
  args: process.argv.slice(2),
  racine: join(fileURLToPath(import.meta.url), '..', '..', '..', '..'),
  describe: describeProcesses,
});
