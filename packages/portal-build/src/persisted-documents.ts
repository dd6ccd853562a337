import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import type { DocumentNode } from 'graphql';
import { runnerImport } from 'vite';

/** `documents.json`: fingerprint of each text that the page sends → that text. */
export type PersistedDocuments = Readonly<Record<string, string>>;

/**
 * The documents of a generated file, as the portal's graph client writes them: with the same
 * functions, so that the fingerprint worked out in the browser is one of these.
 *
 * @param generated - the file that the code generator wrote (`graphql.ts`, or compiled)
 * @returns none when the file does not exist: a module may ask nothing
 */
export async function readPersistedDocuments(generated: string): Promise<PersistedDocuments> {
  const seen = await stat(generated).catch(() => null);
  if (seen === null) return {};
  // Not a plain import: it may be TypeScript, and a build that watches reads it again.
  const { module } = await runnerImport<Record<string, unknown>>(generated, {
    configFile: false,
    logLevel: 'error',
  });
  const documents = Object.values(module).filter(isOperation);
  const texts = documents.flatMap(textsOf);
  return Object.fromEntries(
    texts.map((text): [string, string] => [fingerprintOf(text), text]).sort(byFingerprint),
  );
}

function textsOf(document: DocumentNode): string[] {
  const { query } = createRequest(document, {});
  // Streams do not pass through the cache, which is what asks for type names.
  return isSubscription(document)
    ? [stringifyDocument(query), stringifyDocument(formatDocument(query))]
    : [stringifyDocument(formatDocument(query))];
}

function isOperation(value: unknown): value is DocumentNode {
  if (typeof value !== 'object' || value === null) return false;
  const definitions: unknown = Reflect.get(value, 'definitions');
  return (
    Reflect.get(value, 'kind') === 'Document' &&
    Array.isArray(definitions) &&
    definitions.some(({ kind }: { kind: unknown }) => kind === 'OperationDefinition')
  );
}

function isSubscription({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (one) => one.kind === 'OperationDefinition' && one.operation === 'subscription',
  );
}

function fingerprintOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

const byFingerprint = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);
