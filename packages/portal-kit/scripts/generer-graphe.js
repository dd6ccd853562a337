// Writes generated/graphe.graphql: the graph as a client sees it when every partner is there.
// Every front end generates its types from this file, so a query that the graph no longer
// answers fails the build.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  composeServices,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import { parse, print, visit } from 'graphql';

const RACINE = new URL('../../../', import.meta.url);
const SORTIE = new URL('../generated/', import.meta.url);
const PARTENAIRES = ['etat', 'region', 'pole-emploi'];

const estDeSecours = (noeud) => noeud.directives?.some((d) => d.name.value === 'secours');

/** Standby types and fields exist only in the graph without their owner. */
function sansSecours(sdl) {
  const garde = (noeud) => (estDeSecours(noeud) ? null : undefined);
  return visit(parse(sdl), {
    DirectiveDefinition: (noeud) => (noeud.name.value === 'secours' ? null : undefined),
    ObjectTypeDefinition: garde,
    FieldDefinition: garde,
  });
}

const services = await Promise.all(
  PARTENAIRES.map(async (name) => ({
    name,
    url: `http://${name}`,
    typeDefs: sansSecours(
      await readFile(new URL(`services/${name}/schema.graphql`, RACINE), 'utf8'),
    ),
  })),
);

const resultat = composeServices(services);
if (compositionHasErrors(resultat)) {
  for (const erreur of resultat.errors) console.error(erreur.message);
  process.exit(1);
}

await mkdir(SORTIE, { recursive: true });
await writeFile(
  new URL('graphe.graphql', SORTIE),
  `${print(transformSupergraphToPublicSchema(parse(resultat.supergraphSdl)))}\n`,
);
