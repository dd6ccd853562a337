// `npm run bench -- --json <file>`: what a request costs our gateway, a peer and a floor.
import { join, resolve } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';
import { createSteps } from './preparation/steps.mjs';

await main(async () => {
  await prepare(createSteps(3));
  const script = join(racine, 'packages', 'bench', 'dist', 'main.js');
  return relay(script, withAbsolutePaths(process.argv.slice(2)));
});

/** npm moves to the root of the checkout; paths are named from where the command was typed. */
function withAbsolutePaths(args) {
  const from = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg, index) => {
    if (['--json', '--profils'].includes(args[index - 1])) return resolve(from, arg);
    const joined = /^(--json|--profils)=(.+)$/.exec(arg);
    return joined ? `${joined[1]}=${resolve(from, joined[2])}` : arg;
  });
}
