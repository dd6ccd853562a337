import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql, whoever asks for it: libraries that require it get the same.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['@passerelle/subgraph/testing/global-setup'],
    // Real servers, on machines of two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
