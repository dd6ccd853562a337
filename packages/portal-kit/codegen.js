// The one way front ends turn their `.graphql` files into typed documents (D15).
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';

/** A module may be ahead of its kit: `passerelle graphe --sortie graphe.graphql` in its folder. */
const OWN_GRAPH = 'graphe.graphql';

const HOUSES = ['Etat', 'Region', 'PoleEmploi'];

/**
 * Names of a document written once: a house's own suffix, then the two others' in order.
 *
 * @param {string} maison
 * @param {string} text
 * @returns the documents of `text` as `maison` asks them
 */
export function underNamesOf(maison, text) {
  const [premier, second] = HOUSES.filter((autre) => autre !== maison);
  return String(text)
    .replaceAll('_Maison', String(maison))
    .replaceAll('_PremierAutre', premier)
    .replaceAll('_SecondAutre', second);
}

/** What a front end asks of each house in the same words lies beside its other documents. */
const OF_EACH_HOUSE = '*.maison.graphql';

/**
 * The configuration of a front end, whose `codegen.ts` only calls this.
 *
 * @param options.maison - the house's suffix in the graph: `Etat`, `Region`, `PoleEmploi`
 * @param options.modeles - which common documents (`modeles/<name>.graphql`) the module asks as its
 *   own. A house that asks something else leaves the name out and writes a file of its own.
 */
export function portalCodegen({ maison = '', modeles = [] } = {}) {
  return configuration(modeles.map((modele) => houseDocument(modelPath(modele), maison)));
}

/** The kit's own: it reads for the agent's house, whichever it is. */
export default configuration(HOUSES.map((maison) => houseDocument(modelPath('suivi'), maison)));

function configuration(houseDocuments) {
  return {
    schema: graph(),
    documents: [
      'src/**/*.graphql',
      `!src/**/${OF_EACH_HOUSE}`,
      ...ofEachHouse(),
      ...houseDocuments,
    ],
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

function ofEachHouse() {
  return globSync(`src/**/${OF_EACH_HOUSE}`)
    .sort()
    .flatMap((path) => HOUSES.map((maison) => houseDocument(path, maison)));
}

function modelPath(modele) {
  return fileURLToPath(new URL(`./modeles/${modele}.graphql`, import.meta.url));
}

/** A document under the house's names, loaded as if it were a file of the module. */
function houseDocument(path, maison) {
  const loader = async () => {
    const rawSDL = underNamesOf(maison, readFileSync(path, 'utf8'));
    return { document: parse(rawSDL), rawSDL };
  };
  return { [`${maison}:${path}`]: { loader } };
}

/** `passerelle dev` gives the graph of its trial; else the module's own, else the kit's. */
function graph() {
  if (process.env.PASSERELLE_GRAPHE) return process.env.PASSERELLE_GRAPHE;
  if (existsSync(OWN_GRAPH)) return OWN_GRAPH;
  return fileURLToPath(new URL('./generated/graphe.graphql', import.meta.url));
}
