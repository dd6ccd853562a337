// The one way front ends turn their `.graphql` files into typed documents (D15).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module may be ahead of its kit: `passerelle graphe --sortie graphe.graphql` in its folder. */
const OWN_GRAPH = 'graphe.graphql';

const config = {
  schema: existsSync(OWN_GRAPH)
    ? OWN_GRAPH
    : fileURLToPath(new URL('./generated/graphe.graphql', import.meta.url)),
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

/** The configuration of a front end, whose `codegen.ts` only calls this. */
export function portalCodegen() {
  return config;
}

export default config;
