// `npm run partenaire -- arreter|demarrer <code>`: one partner's process, beside a running platform.
import { join } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { main } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';

await main(() =>
  relay(join(racine, 'packages', 'supervisor', 'dist', 'partenaire.js'), process.argv.slice(2)),
);
