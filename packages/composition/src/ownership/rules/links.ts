import { type ASTNode, type ConstDirectiveNode, Kind, visit } from 'graphql';
import { STANDBY_DIRECTIVE } from '../../standby.js';
import { stringArgument } from '../../type-nodes.js';
import { type Candidate, type Rule, refuse } from '../candidate.js';
import type { OwnershipRefusal } from '../ownership-refusal.js';

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const LINK = 'https://specs.apollo.dev/link/v1.0';

/** Names that mean something to composition or to the gateway's authorisation. */
const MEANINGFUL = new Set(
  'key shareable external requires provides override extends inaccessible tag interfaceObject composeDirective authenticated requiresScopes policy context fromContext cost listSize'.split(
    ' ',
  ),
);

/**
 * A renamed `@requiresScopes` protects nothing, and a renamed `@shareable` escapes the rules: the
 * directives of federation are imported under their name, from federation 2, and from nowhere else.
 */
export const links: Rule = (candidate) => {
  const refusals: OwnershipRefusal[] = [];
  const imported = new Set<string>();
  const federation: ConstDirectiveNode[] = [];
  for (const node of candidate.document.definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const directive of node.directives ?? []) {
      const url = stringArgument(directive, 'url') ?? stringArgument(directive, 'feature');
      if (url === undefined) continue;
      if (FEDERATION.test(url)) federation.push(directive);
      refusals.push(...linkRefusals(candidate, directive, url));
      for (const name of importedNames(directive)) imported.add(name);
    }
  }
  if (federation.length !== 1) {
    const detail =
      federation.length === 0
        ? 'le schéma ne dit pas qu’il suit la fédération 2, et tout y serait partagé'
        : 'la fédération est liée plusieurs fois';
    const node = federation[1] ?? candidate.document.definitions[0] ?? candidate.document;
    refusals.push(refuse(candidate, 'LIEN_REFUSE', '@link', node, { detail }));
  }
  return [...refusals, ...maskedDirectives(candidate, imported)];
};

function linkRefusals(
  candidate: Candidate,
  directive: ConstDirectiveNode,
  url: string,
): OwnershipRefusal[] {
  const refusals: OwnershipRefusal[] = [];
  const renamed = (coordonnee: string, node: ASTNode, detail: string): void => {
    refusals.push(refuse(candidate, 'DIRECTIVE_RENOMMEE', coordonnee, node, { detail }));
  };
  const name = directive.name.value;
  if (name !== 'link') renamed(`@${name}`, directive, 'cette directive tient lieu de @link');
  if (!FEDERATION.test(url) && url !== LINK) {
    const detail = `« ${url} » n’est pas la fédération 2`;
    refusals.push(refuse(candidate, 'LIEN_REFUSE', `@${name}`, directive, { detail }));
  }
  const as = stringArgument(directive, 'as');
  if (as !== undefined && as !== (url === LINK ? 'link' : 'federation')) {
    renamed(`@${name}`, directive, `la spécification est renommée « ${as} »`);
  }
  const imports = directive.arguments?.find((each) => each.name.value === 'import')?.value;
  for (const item of imports?.kind === Kind.LIST ? imports.values : []) {
    if (item.kind !== Kind.OBJECT) continue;
    const read = (key: string): string | undefined => {
      const value = item.fields.find((each) => each.name.value === key)?.value;
      return value?.kind === Kind.STRING ? value.value : undefined;
    };
    const from = read('name') ?? '';
    const to = read('as') ?? from;
    if (to !== from) renamed(from, item, `cette directive est renommée « ${to} »`);
  }
  return refusals;
}

function importedNames(directive: ConstDirectiveNode): string[] {
  const imports = directive.arguments?.find((each) => each.name.value === 'import')?.value;
  if (imports?.kind !== Kind.LIST) return [];
  return imports.values.flatMap((item) => {
    if (item.kind === Kind.STRING) return [item.value.replace(/^@/, '')];
    if (item.kind !== Kind.OBJECT) return [];
    const name = item.fields.find((each) => each.name.value === 'name')?.value;
    return name?.kind === Kind.STRING ? [name.value.replace(/^@/, '')] : [];
  });
}

/** The name of federation without its meaning: defined here, or used without being imported. */
function maskedDirectives(candidate: Candidate, imported: ReadonlySet<string>): OwnershipRefusal[] {
  const found = new Map<string, ASTNode>();
  visit(candidate.document, {
    Directive: (node) => {
      const name = node.name.value;
      if (MEANINGFUL.has(name) && !imported.has(name) && !found.has(name)) found.set(name, node);
    },
    DirectiveDefinition: (node) => {
      const name = node.name.value;
      if (MEANINGFUL.has(name) && !imported.has(name) && !found.has(name)) found.set(name, node);
      if (name === STANDBY_DIRECTIVE && !isStandbyDefinition(node)) found.set(name, node);
    },
  });
  return [...found].map(([name, node]) =>
    refuse(candidate, 'DIRECTIVE_RENOMMEE', `@${name}`, node, {
      detail:
        name === STANDBY_DIRECTIVE
          ? 'sa définition n’est pas « directive @secours(de: String!) on FIELD_DEFINITION | OBJECT »'
          : 'elle n’est pas importée de la fédération et n’aurait pas son effet',
    }),
  );
}

function isStandbyDefinition(node: Extract<ASTNode, { kind: Kind.DIRECTIVE_DEFINITION }>): boolean {
  const [de, ...more] = node.arguments ?? [];
  const locations = node.locations.map((location) => location.value).sort();
  return (
    more.length === 0 &&
    !node.repeatable &&
    de?.name.value === 'de' &&
    de.type.kind === Kind.NON_NULL_TYPE &&
    de.type.type.kind === Kind.NAMED_TYPE &&
    de.type.type.name.value === 'String' &&
    locations.join() === 'FIELD_DEFINITION,OBJECT'
  );
}
