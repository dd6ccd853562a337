// The one way front ends turn their `.graphql` files into typed documents (D15).
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';

/** A module may be ahead of its kit: `passerelle graphe --sortie graphe.graphql` in its folder. */
const OWN_GRAPH = 'graphe.graphql';

/** What every house asks in the same words, under its own names: `modeles/`. */
const SUFFIX = /_Maison/g;

/**
 * The configuration of a front end, whose `codegen.ts` only calls this.
 *
 * @param options.maison - the house's suffix in the graph: `Etat`, `Region`, `PoleEmploi`
 * @param options.modeles - which common documents (`modeles/<name>.graphql`) the module asks as its
 *   own. A house that asks something else leaves the name out and writes a file of its own.
 */
export function portalCodegen({ maison = '', modeles = [] } = {}) {
  return configuration(modeles.map((modele) => houseDocument(modele, maison)));
}

/** The kit's own: it reads for the agent's house, whichever it is. */
export default configuration(
  ['Etat', 'Region', 'PoleEmploi'].map((maison) => houseDocument('suivi', maison)),
);

function configuration(houseDocuments) {
  return {
    schema: graph(),
    documents: ['src/**/*.graphql', ...houseDocuments],
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
}

/** A model under the house's names, loaded as if it were a file of the module. */
function houseDocument(modele, maison) {
  const path = fileURLToPath(new URL(`./modeles/${modele}.graphql`, import.meta.url));
  const loader = async () => {
    const rawSDL = readFileSync(path, 'utf8').replace(SUFFIX, maison);
    return { document: parse(rawSDL), rawSDL };
  };
  return { [`${modele}.${maison}.graphql`]: { loader } };
}

/** `passerelle dev` gives the graph of its trial; else the module's own, else the kit's. */
function graph() {
  if (process.env.PASSERELLE_GRAPHE) return process.env.PASSERELLE_GRAPHE;
  if (existsSync(OWN_GRAPH)) return OWN_GRAPH;
  return fileURLToPath(new URL('./generated/graphe.graphql', import.meta.url));
}
