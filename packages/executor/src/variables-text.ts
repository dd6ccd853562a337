import type { Run } from './run.js';

/** Writes the variables object of a call: those it uses, then what the step adds. */
export type WriteVariables = (run: Run, added: readonly string[]) => string;

/**
 * @param usages - names in the plan
 * @param sourceVariables - client's name of those that the plan renamed
 */
export function compileVariables(
  usages: readonly string[],
  sourceVariables: Readonly<Record<string, string>>,
): WriteVariables {
  const used = usages.map((name) => ({
    head: `${JSON.stringify(name)}:`,
    source: sourceVariables[name] ?? name,
  }));
  return (run, added) => {
    const parts = [...added];
    for (const { head, source } of used) {
      const text = run.variableText(source);
      // No value: the subgraph's own default applies.
      if (text !== undefined) parts.push(head + text);
    }
    return `{${parts.join(',')}}`;
  };
}
