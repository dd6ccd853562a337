// `npm run gateway -- --supergraph <file> --port <n> --sans-authentification`: the gateway alone.
import { join, resolve } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { main } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';

await main(() =>
  relay(join(racine, 'gateway', 'dist', 'standalone.js'), withAbsoluteFile(process.argv.slice(2))),
);

/** npm moves to the root of the checkout; the file is named from where the command was typed. */
function withAbsoluteFile(args) {
  const from = process.env.INIT_CWD ?? process.cwd();
  return args.map((arg, index) => {
    if (args[index - 1] === '--supergraph') return resolve(from, arg);
    const joined = /^--supergraph=(.+)$/.exec(arg);
    return joined ? `--supergraph=${resolve(from, joined[1])}` : arg;
  });
}
