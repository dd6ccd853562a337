// `npm run artefact -- region <folder>`: what a partner needs to keep its own repository.
import { resolve } from 'node:path';
import { makeArtefact } from './artefact/make-artefact.mjs';
import { prepare } from './preparation/prepare.mjs';
import { main, Refusal } from './preparation/refusal.mjs';
import { createSteps } from './preparation/steps.mjs';

await main(async () => {
  const words = process.argv.slice(2);
  // Packs what is built, whatever its age: for tests, which come after a build.
  const asItIs = words.includes('--tel-quel');
  const [partenaire, dossier, ...rest] = words.filter((word) => word !== '--tel-quel');
  if (partenaire === undefined || dossier === undefined || rest.length > 0) {
    throw new Refusal('Usage : npm run artefact -- <partenaire> <dossier vide>');
  }
  if (!asItIs) await prepare(createSteps(3));
  const destination = resolve(process.env.INIT_CWD ?? process.cwd(), dossier);
  const paquets = await makeArtefact(partenaire, destination);
  process.stdout.write(
    `${destination} : services/${partenaire}, frontends/${partenaire} et ${paquets} paquets.\nEnsuite : cd ${destination} && pnpm install && pnpm build && pnpm test\n`,
  );
  return 0;
});
