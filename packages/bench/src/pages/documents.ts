import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  const files = [
    ...graphqlFiles(join(racine, front, 'src')),
    ...(house === undefined ? [] : graphqlFiles(modeles)),
  ];
  const parsed = files.map((file) => ({
    file,
    document: parse(readFileSync(file, 'utf8').replaceAll('_Maison', house ?? '')),
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
