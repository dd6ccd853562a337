// Builds what the page shares, from the packages just compiled, into dist/partages.
import { fileURLToPath } from 'node:url';
import { buildShared } from '@passerelle/portal-build';

const dossier = fileURLToPath(new URL('..', import.meta.url));

await buildShared({
  from: dossier,
  outDir: `${dossier}dist/partages`,
  documents: `${dossier}dist/generated/graphql.js`,
  css: ['@passerelle/portal-ui/styles.css', `${dossier}src/style.css`],
});
