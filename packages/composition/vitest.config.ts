import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql, whoever asks for it: libraries that require it get the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  // The rules are tried on the services' own schemas, thousands of times: slow on a loaded machine.
  test: {
    include: ['src/**/*.test.ts'],
    // Nothing outside the process: files share one, which spares its start and what they all import.
    isolate: false,
    testTimeout: 60_000,
  },
});
