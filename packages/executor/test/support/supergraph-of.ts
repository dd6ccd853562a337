import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable"])';

/** A supergraph from short schemas, by the composer alone. */
export function supergraphOf(schemas: Readonly<Record<string, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(schemas).map(([name, schema]) => ({
      name,
      url: `http://${name}.test/graphql`,
      typeDefs: parse(`${LINK} ${schema}`),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(JSON.stringify(errors, null, 2));
  return supergraphSdl;
}
