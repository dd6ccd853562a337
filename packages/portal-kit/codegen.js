// The one way front ends turn their `.graphql` files into typed documents (D15).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module may be ahead of its kit: `passerelle graphe --sortie graphe.graphql` in its folder. */
const OWN_GRAPH = 'graphe.graphql';

const config = {
  schema: graph(),
  documents: ['src/**/*.graphql'],
  ignoreNoDocuments: true,
  emitLegacyCommonJSImports: false,
  generates: {
    'src/generated/': {
      preset: 'client',
      // Masked fragments would hide from the shared rooms what a module read for them.
      presetConfig: { fragmentMasking: false },
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
        skipTypename: true,
        defaultScalarType: 'unknown',
        scalars: { Date: 'string', DateTime: 'string', Siret: 'string' },
      },
    },
  },
};

/** `passerelle dev` gives the graph of its trial; else the module's own, else the kit's. */
function graph() {
  if (process.env.PASSERELLE_GRAPHE) return process.env.PASSERELLE_GRAPHE;
  if (existsSync(OWN_GRAPH)) return OWN_GRAPH;
  return fileURLToPath(new URL('./generated/graphe.graphql', import.meta.url));
}

/** The configuration of a front end, whose `codegen.ts` only calls this. */
export function portalCodegen() {
  return config;
}

export default config;
