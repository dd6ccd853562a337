/**
 * What the page loads once for everybody, through the import map. The groups are built apart:
 * publishing a new kit leaves React's file, and its place in every browser's cache, alone.
 */
export const SHARED_GROUPS: readonly SharedGroup[] = [
  { name: 'react', specifiers: ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime'] },
  { name: 'single-spa', specifiers: ['single-spa'] },
  { name: 'urql', specifiers: ['@urql/core', 'urql'] },
  // One writer of spreadsheets and documents for the page; its libraries come when a file is asked.
  { name: 'portal-files', specifiers: ['@passerelle/portal-files'] },
  { name: 'portal-ui', specifiers: ['@passerelle/portal-ui'] },
  { name: 'portal-kit', specifiers: ['@passerelle/portal-kit'] },
];

export interface SharedGroup {
  name: string;
  specifiers: readonly string[];
}

export const SHARED: readonly string[] = SHARED_GROUPS.flatMap((group) => group.specifiers);

export function isShared(specifier: string): boolean {
  return SHARED.includes(specifier);
}

/** `react-dom/client` → `react-dom-client`, `@urql/core` → `urql-core`: a name for a file. */
export function fileNameOf(specifier: string): string {
  return specifier.replace(/^@/, '').replaceAll('/', '-');
}
