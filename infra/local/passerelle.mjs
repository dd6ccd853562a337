// `npm run passerelle -- --partenaire region etat`: the command of the partner teams, with the tokens
// that the demonstration on this machine made for its partners.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { racine } from './preparation/paths.mjs';
import { main, Refusal } from './preparation/refusal.mjs';
import { relay } from './preparation/relay.mjs';

await main(() => {
  const { partenaire, args } = takePartner(process.argv.slice(2));
  const env = { ...process.env };
  env.PASSERELLE_REGISTRE ??= `http://127.0.0.1:${env.PORT_REGISTRE ?? 4020}`;
  if (partenaire !== null) env.PASSERELLE_JETON = tokenOf(partenaire);
  return relay(join(racine, 'packages', 'cli', 'bin', 'passerelle.js'), args, {
    env,
    // Files are named from where the command was typed; npm has moved to the root.
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
});

function takePartner(words) {
  const at = words.findIndex((word) => word === '--partenaire' || word.startsWith('--partenaire='));
  if (at === -1) return { partenaire: null, args: words };
  const joined = words[at].split('=')[1];
  const args = words.filter((_, index) => index !== at && (joined || index !== at + 1));
  return { partenaire: joined ?? words[at + 1] ?? '', args };
}

function tokenOf(partenaire) {
  const dossier = resolve(process.env.PASSERELLE_DOSSIER ?? join(racine, '.passerelle'));
  const path = join(dossier, 'secrets', 'jetons-registre.json');
  const jetons = readTokens(path)[partenaire];
  if (jetons === undefined) {
    throw new Refusal(
      `« ${partenaire} » n'a pas de jeton ici : etat, region, pole-emploi, commun.`,
    );
  }
  return jetons.administration ?? jetons.module;
}

function readTokens(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Refusal("Aucun jeton sur cette machine : lancez d'abord « npm start ».");
  }
}
