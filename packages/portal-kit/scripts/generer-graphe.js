// Writes generated/graphe.graphql: the graph as a client sees it when every partner is there.
// Every front end generates its types from this file, so a query that the graph no longer
// answers fails the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { composeGraph } from '@passerelle/composition';

const RACINE = new URL('../../../', import.meta.url);
const SORTIE = new URL('../generated/', import.meta.url);
const PARTENAIRES = ['etat', 'region', 'pole-emploi'];

const resultat = composeGraph(
  await Promise.all(
    PARTENAIRES.map(async (partenaire) => ({
      partenaire,
      url: `http://${partenaire}`,
      schema: await readFile(new URL(`services/${partenaire}/schema.graphql`, RACINE), 'utf8'),
    })),
  ),
);
if (!resultat.ok) {
  for (const { code, message } of resultat.errors) console.error(`${code}: ${message}`);
  process.exit(1);
}

await mkdir(SORTIE, { recursive: true });
await writeFile(new URL('graphe.graphql', SORTIE), `${resultat.apiSdl}\n`);
