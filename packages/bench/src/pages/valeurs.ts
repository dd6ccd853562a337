import {
  type ArgumentNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type VariableDefinitionNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;
type Pool = readonly unknown[];

/** Reads the `id` of the first nodes of a list of the graph. */
export type LireIds = (liste: string) => Promise<readonly string[]>;

/** Codes of the Hauts-de-France's arrondissements, enough that neighbours differ. */
const ARRONDISSEMENTS = ['596', '627', '802', '595', '021', '601', '591', '622'];
const TERRITOIRES = ARRONDISSEMENTS.map((code) => ({ code, maille: 'ARRONDISSEMENT' }));
const RECHERCHES = ['valenciennes', 'apprentissage', 'soudeur', 'industrie', 'lille', 'mobilité'];
const ENGAGEMENTS = Array.from(
  { length: 23 },
  (_, index) => `E${String(index + 1).padStart(2, '0')}`,
);

const PAR_NOM: Readonly<Record<string, Pool>> = {
  le: ['2023-12-15'],
  du: ['2023-12-01', '2023-11-01', '2023-06-01'],
  au: ['2023-12-31', '2024-01-31'],
  jour: ['2023-12-15'],
  recherche: RECHERCHES,
  texte: RECHERCHES,
  first: [20],
  annee: [2023],
  enfants: ['COMMUNE'],
  engagement: ENGAGEMENTS,
  territoire: TERRITOIRES,
};

/**
 * Variables of each turn for one query: what a visitor of that page would ask for, another thing
 * at each turn.
 *
 * @returns null and why, when a variable that is required can't be made up
 */
export async function valeursDe(
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  lireIds: LireIds,
): Promise<{ readonly variables: (turn: number) => Variables } | { readonly manque: string }> {
  const pools: [string, Pool][] = [];
  for (const definition of operation.variableDefinitions ?? []) {
    const nom = definition.variable.name.value;
    const pool = await poolOf(definition, operation, schema, lireIds);
    if (pool !== null) pools.push([nom, pool]);
    else if (isRequired(definition)) return { manque: `$${nom}: ${print(definition.type)}` };
  }
  return {
    variables: (turn) =>
      Object.fromEntries(pools.map(([nom, pool]) => [nom, pool[turn % pool.length]])),
  };
}

function isRequired({ type, defaultValue }: VariableDefinitionNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && defaultValue === undefined;
}

async function poolOf(
  definition: VariableDefinitionNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
  lireIds: LireIds,
): Promise<Pool | null> {
  const nom = definition.variable.name.value;
  const type = print(definition.type).replace('!', '');
  const usage = rootUsage(operation, nom);
  if (type === 'ID' && usage !== null) {
    if (usage.champ === 'engagement') return ENGAGEMENTS;
    if (usage.champ === 'territoire') return TERRITOIRES.map(({ code }) => code);
    const liste = listOf(schema, usage.champ);
    const ids = usage.argument === 'id' && liste !== null ? await lireIds(liste) : [];
    if (ids.length > 0) return ids;
  }
  if (type === 'Maille') return nom === 'enfants' ? ['COMMUNE'] : ['ARRONDISSEMENT'];
  if (type === 'CleTerritoire') return TERRITOIRES;
  // What a page shows to some readers only: the heavier reading is the one to measure.
  if (type === 'Boolean' && isRequired(definition)) return [true];
  const found = Object.hasOwn(PAR_NOM, nom) ? PAR_NOM[nom] : undefined;
  if (found === undefined) return null;
  const isObject = typeof found[0] === 'object';
  // A filter by engagement or place that a page leaves open until somebody chooses.
  if (isObject || (nom === 'engagement' && !isRequired(definition))) return null;
  if (nom === 'recherche' && !isRequired(definition)) return null;
  return found;
}

/** The field of the root that takes this variable: `seance(id: $id)`. */
function rootUsage(
  operation: OperationDefinitionNode,
  nom: string,
): { readonly champ: string; readonly argument: string } | null {
  for (const node of operation.selectionSet.selections) {
    if (node.kind !== Kind.FIELD) continue;
    const argument = (node.arguments ?? []).find((each) => takes(each, nom));
    if (argument !== undefined) return { champ: node.name.value, argument: argument.name.value };
  }
  return null;
}

function takes({ value }: ArgumentNode, nom: string): boolean {
  return value.kind === Kind.VARIABLE && value.name.value === nom;
}

/** The list of the graph whose elements a root field gives one of: `seances` for `seance`. */
function listOf(schema: GraphQLSchema, champ: string): string | null {
  const fields = schema.getQueryType()?.getFields() ?? {};
  const one = fields[champ];
  if (one === undefined) return null;
  const sought = getNamedType(one.type).name;
  const list = Object.values(fields).find(({ type, args }) => {
    const named = getNamedType(type);
    if (named.name !== `${sought}Connection` || !isObjectType(named)) return false;
    return args.every((arg) => !String(arg.type).endsWith('!'));
  });
  return list?.name ?? null;
}
