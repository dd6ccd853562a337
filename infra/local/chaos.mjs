// `npm run chaos -- <scénario> --json <file>`: the whole product under load while something happens.
import { join, resolve } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';
import { createSteps } from './preparation/steps.mjs';

await main(async () => {
  await prepare(createSteps(3));
  const script = join(racine, 'packages', 'chaos', 'dist', 'main.js');
  return relay(script, withAbsoluteFile(process.argv.slice(2)));
});

/** npm moves to the root of the checkout; the file is named from where the command was typed. */
function withAbsoluteFile(args) {
  const from = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg, index) => {
    if (args[index - 1] === '--json') return resolve(from, arg);
    const joined = /^--json=(.+)$/.exec(arg);
    return joined ? `--json=${resolve(from, joined[1])}` : arg;
  });
}
