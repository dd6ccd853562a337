import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { underNamesOf } from '@passerelle/portal-kit/codegen';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql';

/** One query that a page of the portal sends. */
export interface Question {
  /** Front end: `shell`, `etat` … */
  readonly front: string;
  readonly fichier: string;
  readonly nom: string;
  readonly operation: OperationDefinitionNode;
  /** The query with the fragments that it uses, as it is sent. */
  readonly texte: string;
}

/** Houses that ask what every house asks, and the name under which each does. */
const HOUSES: Readonly<Record<string, string>> = {
  etat: 'Etat',
  region: 'Region',
  'pole-emploi': 'PoleEmploi',
};

/** What a page asks of each house in the same words. */
const OF_EACH_HOUSE = '.maison.graphql';

/**
 * Every query of the portal's front ends, read from where their pages are written: a page that is
 * added is measured without anyone naming it.
 *
 * @param racine - folder of the front ends
 * @param modeles - folder of the documents that houses ask alike, each under its own names
 */
export function readQuestions(racine: string, modeles: string): readonly Question[] {
  return readdirSync(racine, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => questionsOf(racine, modeles, name));
}

function questionsOf(racine: string, modeles: string, front: string): readonly Question[] {
  const house = HOUSES[front];
  const own = graphqlFiles(join(racine, front, 'src'));
  const asked = [
    ...own.flatMap((file) =>
      file.endsWith(OF_EACH_HOUSE)
        ? Object.values(HOUSES).map((each) => ({ file, house: each }))
        : [{ file, house: '' }],
    ),
    ...(house === undefined ? [] : graphqlFiles(modeles).map((file) => ({ file, house }))),
  ];
  const parsed = asked.map(({ file, house: name }) => ({
    file,
    document: parse(underNamesOf(name, readFileSync(file, 'utf8'))),
  }));
  const fragments = new Map(
    parsed.flatMap(({ document }) =>
      document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node): [string, FragmentDefinitionNode] => [node.name.value, node]),
    ),
  );
  return parsed.flatMap(({ file, document }) =>
    document.definitions
      .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
      .filter((node) => node.operation === 'query')
      .map((operation) => ({
        front,
        fichier: relative(racine, file),
        nom: operation.name?.value ?? '(sans nom)',
        operation,
        texte: print(withFragments(operation, fragments)),
      })),
  );
}

function graphqlFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/generated/'))
    .sort();
}

function withFragments(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>();
  const collect = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const found = fragments.get(name.value);
        if (found === undefined || used.has(name.value)) return;
        used.set(name.value, found);
        collect(found);
      },
    });
  };
  collect(operation);
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] };
}
